// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportjob.h"

#include <memory>

namespace crawlscope {

/// One export format: turns rows of a source into bytes. Not thread-safe; one per export.
class RowWriter
{
public:
    RowWriter() = default;
    virtual ~RowWriter() = default;
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;

    virtual void appendHeader(QByteArray *out) const = 0;
    virtual void appendRow(const ResultSource &source, std::size_t index, QByteArray *out) const = 0;
};

[[nodiscard]] std::unique_ptr<RowWriter> makeRowWriter(const ExportOptions &options);

} // namespace crawlscope
