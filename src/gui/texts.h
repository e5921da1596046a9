// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "core/exporters/exportjob.h"
#include "core/problems/problemid.h"
#include "core/stats/statssnapshot.h"
#include "core/store/resultquery.h"
#include "core/store/sessiontypes.h"
#include "core/url/inputreader.h"
#include "core/url/urllist.h"

#include <QString>

/// Words for the ids of core, in the user's language. Core knows no texts; they are all made here.
/// Thread: GUI.
namespace crawlscope::gui::texts {

[[nodiscard]] QString error(ErrorId id); ///< short, e.g. "Connection refused"
[[nodiscard]] QString errorHelp(ErrorId id); ///< one or two sentences: what it means, what to do
[[nodiscard]] QString lineVerdict(const UrlList &urls, std::size_t entry); ///< e.g. "Duplicate of line 12"
[[nodiscard]] QString lineReason(LineReason reason);
[[nodiscard]] QString inputError(InputError error, const QString &fileName, const QString &systemDetail);
[[nodiscard]] QString waitSentence(const WaitState &wait); ///< the one sentence that says why nothing moves
/// What holds a host back, in words for its line, e.g. "paused by you"; with the time left where there is one.
/// `intervalMs`: least time between two requests to it, named where that is the reason; 0: not known.
[[nodiscard]] QString hostWait(const WaitState &wait, qint64 intervalMs = 0);
[[nodiscard]] QString waitCause(const WaitState &wait, qint64 intervalMs = 0); ///< the same without the time left
[[nodiscard]] bool waitHasTime(WaitReason reason); ///< `a` of such a wait is the time left
[[nodiscard]] QString sessionError(SessionError error); ///< a sentence: what is wrong with a session file, what to do
[[nodiscard]] QString event(const RunEvent &event);
[[nodiscard]] QString networkBackend(NetworkBackend backend); ///< as in "with curl", "with Qt's manager"
[[nodiscard]] QString runState(CrawlController::State state);
[[nodiscard]] QString rowState(RowState state);
[[nodiscard]] QString urlOrigin(UrlOrigin origin);
[[nodiscard]] QString statusClass(StatusClass statusClass); ///< e.g. "2xx success"
[[nodiscard]] QString statusMeaning(int status); ///< e.g. "Not Found"; empty when unknown
[[nodiscard]] QString anomaly(Anomaly bit);
[[nodiscard]] QString fieldTitle(ResultField field); ///< column header
[[nodiscard]] QString fieldHelp(ResultField field); ///< tooltip of the header, with the export name
[[nodiscard]] QString phase(int index); ///< 0 queued, 1 dns, 2 connect, 3 tls, 4 send, 5 wait, 6 receive
[[nodiscard]] QString exportOutcome(const ExportOutcome &outcome, const QString &fileName);
[[nodiscard]] QString configProblem(const QString &problemId); ///< ids of CrawlConfig::validate()
[[nodiscard]] QString problemTitle(ProblemId id); ///< "Broken links"
[[nodiscard]] QString problemMeaning(ProblemId id); ///< a sentence or two: what it is, why it matters
[[nodiscard]] QString problemAdvice(ProblemId id); ///< what to do
[[nodiscard]] QString problemSeverity(ProblemSeverity severity);

} // namespace crawlscope::gui::texts
