// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/tablefile.h"
#include "core/exporters/textescape.h"

namespace crawlscope {

/// An Excel workbook: bold, frozen header with a filter; numbers as numbers, `truncated` as a truth value, all else as
/// text, never a formula or a link. Rows beyond `sheetRows` go on in the sheets "results 2", "results 3", …
///
/// Rows go to temporary files beside the target at once (constant memory); finish() packs them, which takes about as
/// long as the rows did and cannot be interrupted.
class XlsxFile final : public TableFile
{
public:
    /// `columns`: as ResultSource::columns() of what is to be written.
    XlsxFile(bool neutralizeFormulas, quint32 sheetRows, QByteArrayList columns = {});
    ~XlsxFile() override;
    [[nodiscard]] bool open(const QString &path) override;
    [[nodiscard]] bool addRow(const ResultSource &source, std::size_t index) override;
    [[nodiscard]] bool finish(const std::atomic<bool> *cancelled) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// A cell's text for `out` from byte `start` on, zero-terminated when read as constData(): visible UTF-8, at most
/// 32,767 UTF-16 units, nothing that a reader of XLSX would take for an escape or a formula.
void makeXlsxText(QByteArray *out, qsizetype start, bool neutralize,
                  TextEscape::Breaks breaks = TextEscape::Breaks::Shown);

} // namespace crawlscope
