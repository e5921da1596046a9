// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/entrymarks.h"
#include "core/url/foundurls.h"
#include "core/url/redactor.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace crawlscope {

/// What became of one input line.
enum class LineVerdict : quint8 {
    Accepted,
    SchemeAdded, ///< accepted after "http://" was put in front
    Duplicate, ///< normalises to the URL of an earlier entry
    Invalid,
};

/// Why a line is invalid, or what was changed in an accepted one.
enum class LineReason : quint8 {
    None,
    NotAUrl, ///< no host could be read
    SchemeNotAllowed, ///< anything but http and https, e.g. file:, javascript:
    EmptyHost,
    BadHost, ///< forbidden characters, label over 63 or name over 253 bytes, IDN that does not convert
    BadPort, ///< not a number or outside 1–65535
    BadIpLiteral,
    TooLong, ///< over 8 KiB (UrlNormalizer::kMaxUrlBytes)
    NotUtf8,
    ControlCharacter, ///< NUL or another control character inside
    CredentialsRemoved, ///< accepted; user:password went to the credential table and is in no output
};
/// Stable name for exports (error_detail of an invalid line), e.g. "bad_port".
[[nodiscard]] QByteArrayView lineReasonName(LineReason reason);

struct UrlListCounts
{
    quint64 input = 0; ///< = unique + duplicate + invalid
    quint64 unique = 0;
    quint64 duplicate = 0;
    quint64 invalid = 0;
    quint64 schemeAdded = 0; ///< part of unique
    quint64 ignored = 0; ///< blank lines and comments (first character '#'), not part of input
};

/// The input, parsed: one entry per non-blank, non-comment line in input order, with its verdict and normalised URL.
///
/// Immutable once made, so shared between threads as shared_ptr<const UrlList>. URL text lies in one arena.
/// An entry index (0-based, "entry") identifies a URL through the whole program; the 1-based physical line of the
/// input is lineNumber(entry). A run that follows links has a list with a FoundUrls behind it (withFound()): what it
/// finds gets the entries after those of the input. They are unique, and their line is 0.
class UrlList
{
public:
    struct ParseControl
    {
        std::atomic<bool> cancelled = false; ///< set by anyone: parse() soon returns nullptr
        std::atomic<qint64> bytesDone = 0; ///< progress
    };

    /// Parses text in UTF-8 (with or without BOM), UTF-16 LE/BE (with BOM, or guessed from NULs), any line ends
    /// (LF, CRLF, CR). Never throws on bad input: each line gets a verdict. Thread: any; takes ~1 µs a line.
    [[nodiscard]] static std::shared_ptr<const UrlList> parse(const QByteArray &bytes, ParseControl *control = nullptr);

    /// Entries, those found included; grows while a run finds more.
    [[nodiscard]] std::size_t size() const { return m_entries.size() + (m_found ? m_found->size() : 0); }
    /// Entries that are lines of the input. What comes after them was found by a run and has line 0.
    [[nodiscard]] std::size_t inputSize() const { return m_entries.size(); }
    [[nodiscard]] bool empty() const { return m_entries.empty(); }
    [[nodiscard]] const UrlListCounts &counts() const { return m_counts; } ///< of the input
    [[nodiscard]] bool isFound(std::size_t entry) const { return entry >= m_entries.size(); }
    [[nodiscard]] const std::shared_ptr<FoundUrls> &found() const { return m_found; } ///< null: none are looked for
    [[nodiscard]] LineVerdict verdict(std::size_t entry) const
    {
        return isFound(entry) ? LineVerdict::Accepted : m_entries[entry].verdict;
    }
    [[nodiscard]] LineReason reason(std::size_t entry) const
    {
        return isFound(entry) ? LineReason::None : m_entries[entry].reason;
    }
    [[nodiscard]] quint32 lineNumber(std::size_t entry) const { return isFound(entry) ? 0 : m_entries[entry].line; }
    /// Entry of the first occurrence; only for verdict Duplicate.
    [[nodiscard]] quint32 duplicateOf(std::size_t entry) const { return m_entries[entry].duplicateOf; }
    /// Accepted and duplicate: the normalised URL, ASCII, no fragment, no userinfo. Invalid: the line as given
    /// (UTF-8, userinfo removed, cut to 512 bytes).
    [[nodiscard]] QByteArrayView url(std::size_t entry) const
    {
        if (isFound(entry))
            return m_found->shown(entry - m_entries.size());
        return m_shown.empty() ? requestUrl(entry) : shownUrl(entry);
    }
    /// What is really sent: url() with the secrets that withRedaction() hides. Never shown or written anywhere.
    [[nodiscard]] QByteArrayView requestUrl(std::size_t entry) const
    {
        if (isFound(entry))
            return m_found->url(entry - m_entries.size());
        const Entry &e = m_entries[entry];
        return {m_arena.data() + e.offset, static_cast<qsizetype>(e.length)};
    }
    [[nodiscard]] bool isUnique(std::size_t entry) const { return verdict(entry) <= LineVerdict::SchemeAdded; }
    /// "user:password", percent-decoded, of a URL that carried it; empty otherwise. Never shown or written anywhere.
    [[nodiscard]] QByteArray userInfo(std::size_t entry) const;
    /// The same list, of which url() shows nothing that `redactor` takes out. The list itself where that is nothing.
    [[nodiscard]] static std::shared_ptr<const UrlList> withRedaction(std::shared_ptr<const UrlList> list,
                                                                      const Redactor &redactor);
    /// How the entry is known beside being on the list, see EntryMarks.
    [[nodiscard]] quint8 marks(std::size_t entry) const
    {
        return m_marks ? m_marks->of(static_cast<quint32>(entry)) : quint8 {0};
    }
    /// Where marks are set; null: none are kept.
    [[nodiscard]] const std::shared_ptr<EntryMarks> &entryMarks() const { return m_marks; }
    /// The same list, ready for what a run finds.
    [[nodiscard]] static std::shared_ptr<const UrlList> withFound(const std::shared_ptr<const UrlList> &list);
    /// Entry on the physical line (1-based), or -1: blank, comment or past the end. O(log n).
    [[nodiscard]] qint64 entryAtLine(quint32 line) const;
    /// Number of physical lines of the input.
    [[nodiscard]] quint32 lineCount() const { return m_lineCount; }

private:
    friend class UrlListBuilder;
    friend class UrlListRestorer;
    [[nodiscard]] QByteArrayView shownUrl(std::size_t entry) const;
    struct Entry
    {
        quint64 offset = 0;
        quint32 length = 0;
        quint32 line = 0;
        quint32 duplicateOf = 0;
        LineVerdict verdict = LineVerdict::Invalid;
        LineReason reason = LineReason::None;
    };

    std::vector<Entry> m_entries;
    std::string m_arena;
    std::unordered_map<quint32, QByteArray> m_userInfo;
    std::unordered_map<quint32, QByteArray> m_shown; ///< of the entries whose URL holds a secret
    std::shared_ptr<FoundUrls> m_found;
    std::shared_ptr<EntryMarks> m_marks;
    UrlListCounts m_counts;
    quint32 m_lineCount = 0;
};

} // namespace crawlscope
