"""Finding: free text → duties that it is about, names as they are typed, words in all kinds of things."""
