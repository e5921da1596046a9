// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope {

/// Appends JSON piece by piece, commas included, without a tree in memory. Not thread-safe.
class JsonText
{
public:
    explicit JsonText(QByteArray *out)
        : m_out(out)
    {
    }

    void beginObject(QByteArrayView key = {}) { open(key, '{'); } ///< no key: inside an array
    void endObject() { close('}'); }
    void beginArray(QByteArrayView key) { open(key, '['); }
    void endArray() { close(']'); }
    void string(QByteArrayView key, QByteArrayView text); ///< any bytes; what is no UTF-8 is replaced
    void stringIfAny(QByteArrayView key, QByteArrayView text);
    void integer(QByteArrayView key, qint64 number);
    void millis(QByteArrayView key, qint64 micros); ///< with three decimals; below 0: -1
    void timePoint(QByteArrayView key, qint64 msSinceEpoch);
    void boolean(QByteArrayView key, bool value);

private:
    void begin(QByteArrayView key);
    void open(QByteArrayView key, char bracket);
    void close(char bracket);

    QByteArray *m_out;
    bool m_first = true; ///< in the present object or array
};

} // namespace crawlscope
