// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string>

namespace crawlscope {

/// A URL with its variable parts replaced, so that pages made by one template share a text, and what in it is known
/// from crawl traps. A value; made by of(). Thread: any.
///
/// In the path digits become {n}, dates {date} (also over two or three segments), and {uuid}, {hex} (8 and more
/// digits), {id} (16 and more letters and digits), {slug} (four and more words) and {text} (escaped or long) stand for
/// what they say. Of the query only the keys count, sorted. Example: "http://e.org/shop/{n}.html?color&size".
struct UrlPattern
{
    static constexpr std::size_t kMaxBytes = 256; ///< of each text; longer ones are cut
    static constexpr int kMostSegments = 256;

    /// Of the URL itself, without knowing others.
    enum class Fault : quint8 {
        None,
        RepeatingPath, ///< up to 8 segments three times in a row, or one word four times anywhere
        RepeatingQuery, ///< a key with the same value three times
        DeepPath, ///< more than `maxSegments` segments
    };

    std::string text;
    std::string lastSegment; ///< origin, "…" and last segment; empty for paths of less than three segments
    quint64 withoutSession = 0; ///< hash of the URL without its session id, where it has one
    bool hasSession = false;
    bool hasDate = false; ///< in the path, with nothing else that varies behind it, or in the query
    Fault fault = Fault::None;

    /// `url` is normalised. Cost: about 1 µs a short URL, bounded for all.
    [[nodiscard]] static UrlPattern of(QByteArrayView url, int maxSegments = kMostSegments);
};

} // namespace crawlscope
