// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <cstdio>

namespace crawlscope::cli {
namespace {

    bool write(std::FILE *stream, const QByteArray &bytes)
    {
        const auto size = static_cast<std::size_t>(bytes.size());
        return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
    }

} // namespace

bool console::writeOut(const QByteArray &bytes)
{
    return write(stdout, bytes);
}

void console::writeError(const QByteArray &bytes)
{
    write(stderr, bytes);
}

void console::complain(const QString &message)
{
    // What a caller passed must not steer the terminal or break the line.
    QString line = message;
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u'?';
    }
    writeError("crawlscope-cli: " + line.toUtf8() + '\n');
}

} // namespace crawlscope::cli
