// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/rowwriter.h"

namespace crawlscope {

/// HAR 1.2: an entry for each exchange, redirect hops and earlier attempts included, in order of their start for each
/// URL. Lines for which nothing was sent have none. Without details one entry a row, from what the row tells of its
/// last hop. What HAR has no name for begins with "_".
class HarWriter final : public RowWriter
{
public:
    explicit HarWriter(const ExportInput &input);
    void appendHeader(QByteArray *out) override;
    void appendRow(const ResultSource &source, std::size_t index, QByteArray *out) override;
    void appendFooter(QByteArray *out) override;

private:
    struct Place;
    void appendAttempt(const Place &place, const RowDetails &details, QByteArray *out);
    void appendEntry(const Place &place, const HopDetails &hop, QByteArray *out);

    const ExportInput &m_input;
    bool m_first = true;
};

} // namespace crawlscope
