"""The command line: serve, issue a token, rebuild; the other commands have rooms of their own.

Whatever takes time to load is loaded by the command that needs it.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import click

from service.data_folder import DATA, existing, opened, settings_of

if TYPE_CHECKING:
    from service.composition import Service

MOST_THREADS = 8  # and no more than the server finds sensible for the processors that there are
ELSEWHERE = {
    "compare": "service.terminal.comparing:compare",
    "demo": "service.demo.cli:demo",
    "export": "service.exporting.cli:export",
    "import": "service.importing.cli:import_list",
    "replay": "service.replaying.cli:replay_command",
}
QUESTIONS = "service.terminal.cli:question_commands"


class Lazily(click.Group):
    """A group that loads the commands of other rooms only when they are called or listed."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Begin; what is printed into a file is UTF-8, also where that is not the system's way."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8")
        return super().make_context(info_name, args, parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command: those here, those of other rooms, one for each question."""
        return sorted([*super().list_commands(ctx), *ELSEWHERE, *_loaded(QUESTIONS)()])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Find a command by its name."""
        if here := super().get_command(ctx, cmd_name):
            return here
        if cmd_name in ELSEWHERE:
            command: click.Command = _loaded(ELSEWHERE[cmd_name])
            return command
        asking: dict[str, click.Command] = _loaded(QUESTIONS)()
        return asking.get(cmd_name)


def _loaded(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


@click.group(cls=Lazily, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lienhe")
def main() -> None:
    """Liên hệ: hai cấp ủy, một đảng viên, không ai viết lại được lịch sử."""


@main.command()
@DATA
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(data: Path, host: str, port: int) -> None:
    """Chạy dịch vụ / serve. On an empty folder the administrator's token is printed, once."""
    _is_free(host, port)
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415

    os.environ |= {"LIENHE_DATA": str(data), "LIENHE_PUMP": "process"}
    with opened(settings_of(data)) as service:
        if service.tokens.are_none():
            token = _issue(service, None, None)
            click.echo(f"Quản trị / administrator: {token}")
    click.echo(f"http://{host}:{port}")
    Granian(
        "service.app:app_from_environment",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=min(MOST_THREADS, 2 * (os.cpu_count() or 1) + 1),
        websockets=False,
    ).serve()


@main.command()
@DATA
@click.option("--administrator", is_flag=True, help="Người quản trị, không thuộc cấp ủy nào.")
@click.option("--officer", type=click.UUID, help="Mã người giữ chức vụ / the officer's id.")
@click.option("--organization", type=click.UUID, help="Tổ chức nơi giữ chức vụ / the body's id.")
def token(
    data: Path, *, administrator: bool, officer: UUID | None, organization: UUID | None
) -> None:
    """Cấp mã truy cập / issue an access token; it is shown this once."""
    named = [one for one in (officer, organization) if one]
    if len(named) != (0 if administrator else 2):
        raise click.UsageError("Either --administrator, or --officer and --organization.")
    with opened(existing(data)) as service:
        if officer and organization:
            _has_office(service, officer, organization)
        click.echo(_issue(service, officer, organization))


def _is_free(host: str, port: int) -> None:
    """Refuse an address on which somebody listens: the server itself would share it.

    Two services on one port would be answered by turns, and acts land in either log.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise click.ClickException(
            f"Không dùng được {host}:{port}; chọn cổng khác bằng --port / "
            f"{host}:{port} cannot be used, choose another --port: {error.strerror or error}"
        ) from None


def _has_office(service: Service, officer: UUID, organization: UUID) -> None:
    """Refuse a token that no body would know: a mistyped id, or another folder."""
    from domain.organization import OfficerAppointed, Organization  # noqa: PLC0415

    body = Organization.replay(organization, service.coordination.events_of(organization))
    if not any(appointed.officer == officer for appointed in body.of(OfficerAppointed)):
        raise click.UsageError(
            f"{officer} chưa được ghi chức vụ nào trong {organization}; ghi trước "
            f"(appoint-officer), hoặc xem lại --data / has no office on record in that body: "
            "appoint him first, or look at --data."
        )


def _issue(service: Service, officer: UUID | None, organization: UUID | None) -> str:
    from service.officers import Officer  # noqa: PLC0415

    named = Officer(officer or uuid4(), organization)
    return service.tokens.issue(named, service.settings.now())


@main.command()
@DATA
@click.option("--json", "as_json", is_flag=True, help="In một đối tượng JSON / one JSON object.")
@click.pass_context
def rebuild(context: click.Context, data: Path, *, as_json: bool) -> None:
    """Dựng lại mọi bảng đọc từ nhật ký / rebuild every read model and compare it row for row."""
    with opened(existing(data)) as service:
        service.catch_up()
        outcome = service.rebuild()
    said = {
        "events": outcome.events,
        "seconds": round(outcome.seconds, 3),
        "equal": outcome.equal,
    }
    if as_json:
        click.echo(json.dumps(said))
    else:
        click.echo(" · ".join(f"{name}: {value}" for name, value in said.items()))
    context.exit(0 if outcome.equal else 1)


if __name__ == "__main__":
    sys.exit(main())
