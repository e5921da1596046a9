// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/fontpreload.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QtConcurrent/QtConcurrentRun>

namespace crawlscope::gui {

FontPreload::FontPreload(const QFont &font)
{
    m_pool.setMaxThreadCount(1);
    const auto job = [this, font] {
        const QString text = sample();
        const QFontMetrics metrics(font);
        QImage image(metrics.horizontalAdvance(text) + 1, metrics.height() + 1, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setFont(font);
        painter.drawText(0, metrics.ascent(), text);
        painter.end();
        m_done.store(true, std::memory_order_release);
    };
    [[maybe_unused]] const QFuture<void> future = QtConcurrent::run(&m_pool, job);
}

QString FontPreload::sample()
{
    return QStringLiteral("Aa Яя Ωω 目录 かな 한글 שלום سلام 🙂");
}

} // namespace crawlscope::gui
