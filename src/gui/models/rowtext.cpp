// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/rowtext.h"

namespace crawlscope::gui::rowtext {

using namespace Qt::Literals::StringLiterals;

namespace {

    /// OWASP "CSV injection": what these start may be run by a spreadsheet.
    bool looksLikeFormula(const QByteArray &cell)
    {
        return !cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front());
    }

    QByteArray cellOf(const ResultSource &source, std::size_t row, ResultField field)
    {
        QByteArray cell;
        source.appendField(row, field, &cell);
        if (looksLikeFormula(cell))
            cell.prepend('\'');
        return cell;
    }

    QByteArray oneLine(QByteArray cell)
    {
        for (char &c : cell) {
            if (c == '\t' || c == '\n' || c == '\r')
                c = ' ';
        }
        return cell;
    }

    QByteArray quoted(QByteArray cell)
    {
        if (!cell.contains(',') && !cell.contains('"') && !cell.contains('\n') && !cell.contains('\r'))
            return cell;
        cell.replace("\"", "\"\"");
        return '"' + cell + '"';
    }

    QByteArray shellQuoted(QByteArrayView text)
    {
        QByteArray out = text.toByteArray();
        out.replace("'", "'\\''");
        return '\'' + out + '\'';
    }

} // namespace

QString tabbed(const ResultSource &source, const QList<ResultField> &fields)
{
    QByteArray out;
    for (std::size_t row = 0; row < source.size(); ++row) {
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (i > 0)
                out += '\t';
            out += oneLine(cellOf(source, row, fields[i]));
        }
        out += '\n';
    }
    return QString::fromUtf8(out);
}

QString csv(const ResultSource &source, const QList<ResultField> &fields)
{
    QByteArray out;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            out += ',';
        out += resultFieldName(fields[i]);
    }
    out += "\r\n";
    for (std::size_t row = 0; row < source.size(); ++row) {
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (i > 0)
                out += ',';
            out += quoted(cellOf(source, row, fields[i]));
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
