// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/helpdialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace crawlscope::gui {

namespace {

    QString section(const QString &title, const QString &text)
    {
        return QStringLiteral("<h3>%1</h3><p>%2</p>").arg(title.toHtmlEscaped(), text.toHtmlEscaped());
    }

} // namespace

HelpDialog::HelpDialog(const Shortcuts &shortcuts, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Crawlscope help"));
    auto *browser = new QTextBrowser(this);
    browser->setOpenLinks(false);
    browser->setFrameShape(QFrame::NoFrame);
    browser->setHtml(guide(shortcuts));
    browser->setAccessibleName(tr("Help"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(browser);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 36);
}

QString HelpDialog::guide(const Shortcuts &shortcuts)
{
    QString html =
        section(tr("1. Paste a list"),
                tr("Paste URLs into the box on the left, one per line, or drop a .txt, .csv or .gz file. Each line "
                   "gets a verdict: accepted, duplicate or invalid, with the reason. Empty lines and lines that "
                   "start with # are passed over. Every accepted URL is fetched once."))
        + section(tr("2. Start, and move the limits"),
                  tr("In flight is the number of requests under way at one time, Per host the part of them that may "
                     "go to one host. Requests/s holds the pace down, Analysis is the number of threads that take "
                     "pages apart. All four act at once, in both directions, while the run goes on; the charts mark "
                     "the moment. If nothing moves, the line at the bottom says why."))
        + section(tr("3. Watch"),
                  tr("Dashboard shows rate, latency and errors over time. Results lists every URL that has ended, "
                     "with filters and details. Log tells what happened when. Pause lets requests under way end "
                     "and starts no new ones; Stop cancels them."))
        + section(tr("4. Export"),
                  tr("Export writes CSV or JSON lines: every line of the input, the rows shown, or the rows selected. "
                     "Lines that were not fetched are there too, with the reason."))
        + section(tr("What counts as failed"),
                  tr("A URL fails when no usable answer comes (no address, no connection, time-out, broken body), or "
                     "when the HTTP status is outside the statuses that count as OK in the request settings."))
        + QStringLiteral("<h3>%1</h3><table cellpadding=\"3\">").arg(tr("Keys").toHtmlEscaped());
    for (const auto &[name, keys] : shortcuts) {
        html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(keys.toString(QKeySequence::NativeText).toHtmlEscaped(), name.toHtmlEscaped());
    }
    return html + QStringLiteral("</table>");
}

} // namespace crawlscope::gui
