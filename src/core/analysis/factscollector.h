// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pagefacts.h"
#include "core/analysis/pagereport.h"

#include <memory>

namespace crawlscope {

/// Gathers what an AnalysisTask asks for beyond the report. Pure but for task.clock. Thread: any.
namespace FactsCollector {

    struct Body
    {
        const QByteArray &bytes; ///< decoded, not empty
        bool cut = false; ///< there was more
        bool html = false;
        bool text = false; ///< text of another kind
        QByteArray charset;
        QByteArray title;
    };
    [[nodiscard]] std::shared_ptr<const PageFacts> collect(const AnalysisTask &task, const Body &body);

} // namespace FactsCollector
} // namespace crawlscope
