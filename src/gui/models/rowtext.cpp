// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/rowtext.h"

#include "core/exporters/textescape.h"

namespace crawlscope::gui::rowtext {

using namespace Qt::Literals::StringLiterals;

namespace {

    QByteArray name(const ResultSource &source, int field)
    {
        return field < kResultFieldCount ? resultFieldName(static_cast<ResultField>(field)).toByteArray()
                                         : source.columns().value(field - kResultFieldCount);
    }

    /// Appends a cell; what may have several lines keeps them.
    TextEscape::Breaks append(const ResultSource &source, std::size_t row, int field, QByteArray *out)
    {
        if (field < kResultFieldCount) {
            source.appendField(row, static_cast<ResultField>(field), out);
            return TextEscape::Breaks::Shown;
        }
        source.appendColumn(row, static_cast<std::size_t>(field - kResultFieldCount), out);
        return TextEscape::Breaks::Kept;
    }

    QByteArray shellQuoted(QByteArrayView text)
    {
        QByteArray out = text.toByteArray();
        out.replace("'", "'\\''");
        return '\'' + out + '\'';
    }

} // namespace

QString tabbed(const ResultSource &source, const QList<int> &fields)
{
    QByteArray out;
    for (std::size_t row = 0; row < source.size(); ++row) {
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (i > 0)
                out += '\t';
            const qsizetype start = out.size();
            append(source, row, fields[i], &out);
            TextEscape::makeVisible(&out, start);
            // Spreadsheets run a pasted formula as well.
            if (out.size() > start && QByteArrayView("=+-@").contains(out[start]))
                out.insert(start, '\'');
        }
        out += '\n';
    }
    return QString::fromUtf8(out);
}

QString csv(const ResultSource &source, const QList<int> &fields)
{
    QByteArray out;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            out += ',';
        out += name(source, fields[i]);
    }
    out += "\r\n";
    for (std::size_t row = 0; row < source.size(); ++row) {
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (i > 0)
                out += ',';
            const qsizetype start = out.size();
            const TextEscape::Breaks breaks = append(source, row, fields[i], &out);
            TextEscape::makeVisible(&out, start, breaks);
            TextEscape::makeCsvCell(&out, start, true, breaks);
        }
        out += "\r\n";
    }
    return QString::fromUtf8(out);
}

QString curl(QByteArrayView method, QByteArrayView url, bool followRedirects)
{
    QByteArray out = "curl --globoff";
    if (method == QByteArrayView("HEAD"))
        out += " --head";
    else if (!method.isEmpty() && method != QByteArrayView("GET"))
        out += " --request " + shellQuoted(method);
    if (followRedirects)
        out += " --location";
    out += " --compressed " + shellQuoted(url);
    return QString::fromUtf8(out);
}

} // namespace crawlscope::gui::rowtext
