// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/jsontext.h"

#include "core/exporters/textescape.h"
#include "core/exporters/valuetext.h"

#include <algorithm>

namespace crawlscope {

void JsonText::begin(QByteArrayView key)
{
    if (!m_first)
        m_out->append(',');
    m_first = false;
    if (key.isEmpty())
        return;
    m_out->append('"').append(key).append("\":");
}

void JsonText::open(QByteArrayView key, char bracket)
{
    begin(key);
    m_out->append(bracket);
    m_first = true;
}

void JsonText::close(char bracket)
{
    m_out->append(bracket);
    m_first = false;
}

void JsonText::string(QByteArrayView key, QByteArrayView text)
{
    begin(key);
    m_out->append('"');
    const qsizetype start = m_out->size();
    m_out->append(text);
    TextEscape::makeJsonString(m_out, start);
    m_out->append('"');
}

void JsonText::stringIfAny(QByteArrayView key, QByteArrayView text)
{
    if (!text.isEmpty())
        string(key, text);
}

void JsonText::integer(QByteArrayView key, qint64 number)
{
    begin(key);
    m_out->append(QByteArray::number(number));
}

void JsonText::millis(QByteArrayView key, qint64 micros)
{
    begin(key);
    if (micros < 0)
        m_out->append("-1");
    else
        ValueText::appendMillis(m_out, static_cast<quint64>(micros));
}

void JsonText::timePoint(QByteArrayView key, qint64 msSinceEpoch)
{
    begin(key);
    m_out->append('"');
    ValueText::appendTimePoint(m_out, static_cast<quint64>(std::max<qint64>(msSinceEpoch, 0)));
    m_out->append('"');
}

void JsonText::boolean(QByteArrayView key, bool value)
{
    begin(key);
    m_out->append(value ? "true" : "false");
}

} // namespace crawlscope
