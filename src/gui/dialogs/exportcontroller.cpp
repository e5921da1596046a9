// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/exportcontroller.h"

#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/texts.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QUrl>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {
    constexpr int kBarSteps = 1000;
    constexpr int kIcon = 16;
} // namespace

ExportProgress::ExportProgress(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_openFolder(new QToolButton(this))
    , m_dismiss(new QToolButton(this))
{
    m_icon->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_label->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, kBarSteps);
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(120);
    m_bar->setAccessibleName(tr("Export progress"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancel the export"));
    m_openFolder->setText(tr("Open folder"));
    m_openFolder->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::s, 0, Space::xs, 0);
    layout->setSpacing(Space::s);
    layout->addWidget(m_icon);
    layout->addWidget(m_label);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);
    layout->addWidget(m_openFolder);
    layout->addWidget(m_dismiss);
    for (QToolButton *button : {m_cancel, m_openFolder, m_dismiss})
        button->setFocusPolicy(Qt::StrongFocus);
    connect(m_cancel, &QToolButton::clicked, this, &ExportProgress::cancelRequested);
    connect(m_openFolder, &QToolButton::clicked, this, &ExportProgress::openFolderRequested);
    connect(m_dismiss, &QToolButton::clicked, this, &QWidget::hide);
    connect(&theme, &Theme::changed, this, &ExportProgress::applyTheme);
    applyTheme();
    hide();
}

void ExportProgress::applyTheme()
{
    m_openFolder->setIcon(m_theme.icon(u"folder-open"_s));
    m_dismiss->setIcon(m_theme.icon(u"x"_s));
    const QIcon icon =
        m_ok ? m_theme.icon(u"circle-check"_s, Token::Success) : m_theme.icon(u"circle-x"_s, Token::ServerError);
    m_icon->setPixmap(icon.pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
}

void ExportProgress::showRunning(const QString &fileName)
{
    m_label->setText(tr("Exporting “%1”").arg(fileName));
    m_label->setToolTip({});
    m_bar->setValue(0);
    m_icon->hide();
    m_bar->show();
    m_cancel->show();
    m_cancel->setEnabled(true);
    m_openFolder->hide();
    m_dismiss->hide();
    show();
}

void ExportProgress::showProgress(quint64 rows, quint64 total)
{
    const double share = total == 0 ? 1.0 : static_cast<double>(rows) / static_cast<double>(total);
    m_bar->setValue(static_cast<int>(share * kBarSteps));
    m_bar->setToolTip(tr("%1 of %Ln row(s)", nullptr, format::pluralCount(total)).arg(format::number(rows)));
}

void ExportProgress::showOutcome(const QString &message, bool ok)
{
    m_ok = ok;
    applyTheme();
    m_label->setText(fontMetrics().elidedText(message, Qt::ElideMiddle, fontMetrics().averageCharWidth() * 70));
    m_label->setToolTip(resultcell::plainToolTip(message));
    m_label->setAccessibleName(message);
    m_icon->show();
    m_bar->hide();
    m_cancel->hide();
    m_openFolder->setVisible(ok);
    m_dismiss->show();
    show();
}

ExportController::ExportController(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_widget(new ExportProgress(theme))
{
    connect(m_widget, &ExportProgress::cancelRequested, this, &ExportController::cancel);
    connect(m_widget, &ExportProgress::openFolderRequested, this, [this] { openFolder(m_path); });
}

ExportController::~ExportController()
{
    m_job.reset();
    if (m_widget && m_widget->parent() == nullptr)
        delete m_widget;
}

bool ExportController::start(ExportInput input, const QString &path, const ExportOptions &options)
{
    return !m_job && start(std::make_unique<ExportJob>(std::move(input), path, options), path);
}

bool ExportController::start(std::unique_ptr<ExportJob> job, const QString &path)
{
    if (m_job)
        return false;
    m_path = path;
    m_job = std::move(job);
    connect(m_job.get(), &ExportJob::finished, this, &ExportController::jobFinished);
    if (m_widget) {
        connect(m_job.get(), &ExportJob::progress, m_widget.data(), &ExportProgress::showProgress);
        m_widget->showRunning(QFileInfo(path).fileName());
    }
    m_job->start();
    return true;
}

void ExportController::cancel()
{
    if (m_job)
        m_job->cancel();
}

void ExportController::jobFinished()
{
    const ExportOutcome outcome = m_job->outcome();
    // Deleted from the event loop: this runs inside one of its signals.
    m_job.release()->deleteLater();
    const bool ok = outcome.status == ExportStatus::Ok;
    const QString message = texts::exportOutcome(outcome, QFileInfo(m_path).fileName());
    if (m_widget)
        m_widget->showOutcome(message, ok);
    Q_EMIT finished(message, ok, m_path);
}

void ExportController::openFolder(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace crawlscope::gui
