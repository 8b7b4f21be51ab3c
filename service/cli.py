"""The command line: serve, issue a token, rebuild, export; demo and import have rooms of their own.

Whatever takes time to load is loaded by the command that needs it.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING
from uuid import UUID, uuid4

import click

if TYPE_CHECKING:
    from service.composition import Service

PAGE = 1_000
MOST_THREADS = 8  # and no more than the server finds sensible for the processors that there are
DATA = click.option(
    "--data",
    default=Path("data"),
    show_default=True,
    envvar="LIENHE_DATA",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục dữ liệu / the data folder.",
)


class Lazily(click.Group):
    """A group that loads demo and import only when they are called or listed."""

    elsewhere = ("demo", "import")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command."""
        return sorted([*super().list_commands(ctx), *self.elsewhere])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Find a command by its name."""
        if cmd_name == "demo":
            from service.demo.cli import demo  # noqa: PLC0415 - loaded when it is called

            return demo
        if cmd_name == "import":
            from service.importing.cli import import_list  # noqa: PLC0415

            return import_list
        return super().get_command(ctx, cmd_name)


@click.group(cls=Lazily, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lienhe")
def main() -> None:
    """Liên hệ: hai cấp ủy, một đảng viên, không ai viết lại được lịch sử."""


@contextmanager
def _open(data: Path) -> Iterator[Service]:
    from domain.rulebook import BrokenRuleSet  # noqa: PLC0415
    from service.composition import open_service  # noqa: PLC0415
    from service.settings import Settings  # noqa: PLC0415

    try:
        service = open_service(Settings.from_environment(data, os.environ))
    except BrokenRuleSet as broken:
        raise click.ClickException(f"Bộ quy định hỏng / a broken rule set: {broken}") from broken
    try:
        yield service
    finally:
        service.close()


def _existing(data: Path) -> AbstractContextManager[Service]:
    from service.settings import Settings  # noqa: PLC0415

    settings = Settings.from_environment(data, os.environ)
    if settings.database_url is None and not Path(settings.log).exists():
        raise click.UsageError(f"Không có nhật ký trong {data} / there is no log in {data}.")
    return _open(data)


@main.command()
@DATA
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(data: Path, host: str, port: int) -> None:
    """Chạy dịch vụ / serve. On an empty folder the administrator's token is printed, once."""
    _is_free(host, port)
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415

    os.environ["LIENHE_DATA"] = str(data)
    with _open(data) as service:
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
    with _existing(data) as service:
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
    with _existing(data) as service:
        service.pump.catch_up()
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


@main.command()
@DATA
@click.option("--out", type=click.File("wb"), default="-", help="Mặc định: đầu ra chuẩn / stdout.")
def export(data: Path, out: IO[bytes]) -> None:
    """Xuất nhật ký, mỗi dòng một mục / export the log as JSON Lines; private values stay sealed."""
    from service.export import lines  # noqa: PLC0415

    with _existing(data) as service:
        for line in lines(service.coordination.log_recorder, PAGE):
            out.write(line + b"\n")


if __name__ == "__main__":
    sys.exit(main())
