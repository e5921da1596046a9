// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/aboutdialog.h"

#include "gui/theme/theme.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace crawlscope::gui {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Crawlscope"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Space::m);
    layout->setContentsMargins(Space::xl, Space::xl, Space::xl, Space::l);

    auto *name = new QLabel(QStringLiteral("Crawlscope " CRAWLSCOPE_VERSION), this);
    QFont font = name->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setBold(true);
    name->setFont(font);
    layout->addWidget(name);
    const QStringList paragraphs {
        tr("A desktop crawl monitor: paste a list of URLs, move the limits while it runs, watch timings and errors, "
           "export the results."),
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any warranty."),
        tr("Built on Qt %1 (LGPL) and QCustomPlot (GPL); icons by Tabler (MIT).").arg(QString::fromLatin1(qVersion())),
    };
    for (const QString &paragraph : paragraphs) {
        auto *label = new QLabel(paragraph, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
}

} // namespace crawlscope::gui
