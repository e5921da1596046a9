// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"
#include "core/exporters/exportinput.h"

#include <memory>

namespace crawlscope {

/// An export format that is bytes in a row: header, rows in order, footer. Not thread-safe; one per export.
class RowWriter
{
public:
    RowWriter() = default;
    virtual ~RowWriter() = default;
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;

    /// True: scanRow() wants to see every row once before the header.
    [[nodiscard]] virtual bool scans() const { return false; }
    virtual void scanRow(const ResultSource & /*source*/, std::size_t /*index*/) { }
    virtual void appendHeader(QByteArray *out) = 0;
    virtual void appendRow(const ResultSource &source, std::size_t index, QByteArray *out) = 0;
    virtual void appendFooter(QByteArray * /*out*/) { }
};

/// For Csv, JsonLines, Har and Html; null for others. `input` has to outlive the writer.
[[nodiscard]] std::unique_ptr<RowWriter> makeRowWriter(const ExportInput &input, const ExportOptions &options);

} // namespace crawlscope
