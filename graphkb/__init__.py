"""Graph knowledge base of township duty lists (乡镇履行职责事项清单): the model, the graph and its questions."""

__version__ = "0.1.0"
