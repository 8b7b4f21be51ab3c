"""Answers as people use them: tables with headings in two languages, as CSV and as a workbook."""
