// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demosite/demohttp.h"
#include "demosite/demorequest.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace crawlscope::demosite {

/// The pages of the demo site. Made once, then only read; prepared bytes are shared by all replies.
class PageBook
{
public:
    explicit PageBook(QByteArray baseUrl);
    /// The answer to any request; 404 for what is not there.
    [[nodiscard]] Page answer(const Request &request) const;

    /// The HTML of /page/N, about 9 kB.
    [[nodiscard]] QByteArray articleHtml(quint64 number) const;

private:
    using Handler = Page (PageBook::*)(const Request &) const;

    [[nodiscard]] Page index(const Request &request) const;
    [[nodiscard]] Page article(const Request &request, QByteArrayView number) const;
    [[nodiscard]] Page slow(const Request &request) const;
    [[nodiscard]] Page redirect(const Request &request, QByteArrayView hops) const;
    [[nodiscard]] Page status(const Request &request, QByteArrayView number) const;
    [[nodiscard]] Page busy(const Request &request) const;
    [[nodiscard]] Page notFound(const Request &request) const;
    [[nodiscard]] Page serverError(const Request &request) const;
    [[nodiscard]] Page unavailable(const Request &request) const;
    [[nodiscard]] Page drip(const Request &request) const;
    [[nodiscard]] Page gzip(const Request &request) const;
    [[nodiscard]] Page bomb(const Request &request) const;
    [[nodiscard]] Page json(const Request &request) const;
    [[nodiscard]] Page brokenJson(const Request &request) const;
    [[nodiscard]] Page big(const Request &request) const;
    [[nodiscard]] Page empty(const Request &request) const;
    [[nodiscard]] Page chunked(const Request &request) const;
    [[nodiscard]] Page echo(const Request &request) const;
    [[nodiscard]] Page auth(const Request &request) const;
    [[nodiscard]] Page cookie(const Request &request) const;
    [[nodiscard]] Page latin1(const Request &request) const;
    [[nodiscard]] Page utf16(const Request &request) const;
    [[nodiscard]] Page earlyHints(const Request &request) const;
    [[nodiscard]] Page image(const Request &request) const;
    [[nodiscard]] Page robots(const Request &request) const;
    [[nodiscard]] Page sitemap(const Request &request) const;

    void makeArticle();

    QByteArray m_baseUrl;
    QHash<QByteArray, Handler> m_handlers;
    /// Text of an article between its slots; slot i stands after part i.
    std::vector<QByteArray> m_parts;
    enum class Slot : quint8 { Number, Previous, Next };
    std::vector<Slot> m_slots;
    QByteArray m_gzipped;
    QByteArray m_bomb;
};

} // namespace crawlscope::demosite
