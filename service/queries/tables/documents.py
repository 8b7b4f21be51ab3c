"""The numbers of a document: a row for each; the rows behind it are in the JSON answer."""

from __future__ import annotations

from service.answers.table import Column, Table

NUMBERS_OF_DOCUMENT = Table(
    (
        Column("section_title", "Phần", "Section", "section_title_en"),
        Column("title", "Nội dung", "What is counted", "title_en"),
        Column("detail_title", "Chi tiết", "Detail", "detail_title_en"),
        Column("count", "Số lượng", "Count"),
        Column("number", "Mã nội dung", "Number (code)"),
        Column("detail", "Mã chi tiết", "Detail (code)"),
    )
)
