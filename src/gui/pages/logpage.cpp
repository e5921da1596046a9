// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/logpage.h"

#include "gui/format.h"
#include "gui/models/logfilter.h"
#include "gui/models/logmodel.h"
#include "gui/pages/celldelegate.h"
#include "ui_logpage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

LogPage::LogPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , ui(std::make_unique<Ui::LogPage>())
    , m_model(new LogModel(&theme, this))
    , m_filter(new LogFilter(this))
    , m_copy(new QAction(this))
{
    ui->setupUi(this);
    ui->emptyLabel->setProperty("muted", true);
    ui->countLabel->setProperty("muted", true);
    for (const EventLevel level : {EventLevel::Info, EventLevel::Notice, EventLevel::Warning, EventLevel::Error})
        ui->levelCombo->addItem(QString(), static_cast<int>(level));
    m_filter->setSourceModel(m_model);
    ui->table->setModel(m_filter);
    ui->table->setItemDelegate(new CellDelegate(ui->table));
    ui->table->verticalHeader()->hide();
    ui->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    ui->table->verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 22));
    ui->table->horizontalHeader()->setStretchLastSection(true);
    ui->table->horizontalHeader()->setHighlightSections(false);
    ui->table->horizontalHeader()->resizeSection(LogModel::Time, 190);
    ui->table->horizontalHeader()->resizeSection(LogModel::Level, 110);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    ui->table->addAction(m_copy);

    connect(&theme, &Theme::changed, this, &LogPage::applyTheme);
    connect(ui->textEdit, &QLineEdit::textChanged, this, &LogPage::applyFilter);
    connect(ui->levelCombo, &QComboBox::currentIndexChanged, this, &LogPage::applyFilter);
    connect(ui->copyButton, &QToolButton::clicked, this, &LogPage::copy);
    connect(ui->clearButton, &QToolButton::clicked, this, &LogPage::clear);
    connect(m_copy, &QAction::triggered, this, &LogPage::copy);
    applyTheme();
    retranslate();
}

LogPage::~LogPage() = default;

QTableView *LogPage::table() const
{
    return ui->table;
}

int LogPage::shownRows() const
{
    return m_filter->rowCount();
}

void LogPage::append(const std::vector<RunEvent> &events)
{
    if (events.empty())
        return;
    const QScrollBar *bar = ui->table->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    m_model->append(events);
    updateView();
    if (atEnd)
        ui->table->scrollToBottom();
}

void LogPage::clear()
{
    m_model->clear();
    updateView();
}

void LogPage::focusFilter()
{
    ui->textEdit->setFocus(Qt::ShortcutFocusReason);
    ui->textEdit->selectAll();
}

void LogPage::applyTheme()
{
    m_model->themeChanged();
    ui->copyButton->setIcon(m_theme.icon(u"copy"_s));
    ui->clearButton->setIcon(m_theme.icon(u"trash"_s));
    m_copy->setIcon(m_theme.icon(u"copy"_s));
}

void LogPage::retranslate()
{
    const QStringList levels {tr("All levels"), tr("Notices and worse"), tr("Warnings and errors"), tr("Errors only")};
    for (int i = 0; i < levels.size(); ++i)
        ui->levelCombo->setItemText(i, levels[i]);
    m_copy->setText(tr("Copy"));
    m_model->retranslate();
    applyFilter(); // the text of a line may match now, or no longer
}

void LogPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void LogPage::applyFilter()
{
    m_filter->setFilter(static_cast<EventLevel>(ui->levelCombo->currentData().toInt()), ui->textEdit->text().trimmed());
    updateView();
}

void LogPage::updateView()
{
    const int shown = m_filter->rowCount();
    const int all = m_model->rowCount();
    ui->stack->setCurrentWidget(shown == 0 ? ui->emptyLabel : static_cast<QWidget *>(ui->table));
    ui->emptyLabel->setText(all == 0 ? tr("What happens during a run is noted here.")
                                     : tr("No line matches the filter."));
    ui->countLabel->setText(m_filter->active()
                                ? tr("%1 of %Ln line(s)", nullptr, all).arg(format::number(static_cast<quint64>(shown)))
                                : tr("%Ln line(s)", nullptr, all));
    ui->copyButton->setEnabled(shown > 0);
    ui->clearButton->setEnabled(all > 0);
}

void LogPage::copy()
{
    QModelIndexList rows = ui->table->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_filter->rowCount(); ++row)
            rows.append(m_filter->index(row, 0));
    }
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < LogModel::kColumns; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace crawlscope::gui
