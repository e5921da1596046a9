// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace crawlscope {

/// Takes secrets out of URLs before they are recorded: user and password always, values of the query keys that were
/// named (ASCII, any case). A value; thread: any.
class Redactor
{
public:
    static constexpr QByteArrayView kMark {"[redacted]"};

    explicit Redactor(const QByteArrayList &queryKeys = {});
    [[nodiscard]] bool hasKeys() const { return !m_keys.isEmpty(); }
    /// One URL, or a text that holds some, such as a Location or Link header.
    [[nodiscard]] QByteArray operator()(const QByteArray &text) const;
    /// Whether something was taken out of this URL.
    [[nodiscard]] static bool isRedacted(QByteArrayView url) { return url.indexOf(kMark) >= 0; }

private:
    void removeUserInfo(QByteArray *text) const;
    void hideValues(QByteArray *text) const;

    QByteArrayList m_keys; ///< lower case
};

} // namespace crawlscope
