// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/pagesettings.h"

#include "gui/setup/fieldmessage.h"
#include "gui/setup/rulesmodel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {
    constexpr int kRowsShown = 4;
    constexpr int kRowHeight = 24;
    constexpr std::array<int, RulesModel::kColumns> kWidths {60, 60, 100, 54};
} // namespace

PageSettings::PageSettings(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_rules(new RulesModel(theme, this))
    , m_facts(new QCheckBox(this))
    , m_sha256(new QCheckBox(this))
    , m_title(new QLabel(this))
    , m_table(new QTableView(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_message(new FieldMessage(theme, this))
{
    build();
    setUpTable();
    connect(m_facts, &QCheckBox::toggled, this, &PageSettings::onChanged);
    connect(m_sha256, &QCheckBox::toggled, this, &PageSettings::onChanged);
    connect(m_rules, &RulesModel::edited, this, &PageSettings::onChanged);
    connect(m_add, &QPushButton::clicked, this, &PageSettings::addRule);
    connect(m_remove, &QPushButton::clicked, this, &PageSettings::removeRule);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PageSettings::refresh);
    retranslate();
}

PageSettings::~PageSettings() = default;

void PageSettings::build()
{
    m_facts->setObjectName(u"pageFacts"_s);
    m_sha256->setObjectName(u"sha256"_s);
    m_table->setObjectName(u"rulesTable"_s);
    m_add->setObjectName(u"addRule"_s);
    m_remove->setObjectName(u"removeRule"_s);
    m_title->setBuddy(m_table);
    m_title->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    for (QWidget *widget : {static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_sha256),
                            static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_table)})
        layout->addWidget(widget);
    layout->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    layout->addLayout(buttons);
}

void PageSettings::setUpTable()
{
    m_table->setModel(m_rules);
    m_table->setItemDelegateForColumn(RulesModel::Kind, new RuleKindDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < RulesModel::kColumns; ++column)
        m_table->setColumnWidth(column, kWidths.at(static_cast<std::size_t>(column)));
    header->setSectionResizeMode(RulesModel::Pattern, QHeaderView::Stretch);
    m_table->setFixedHeight(kRowsShown * kRowHeight + header->sizeHint().height() + 2 * m_table->frameWidth());
}

void PageSettings::addRule()
{
    const int row = m_rules->add();
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_rules->index(row, RulesModel::Pattern));
    m_table->scrollTo(m_table->currentIndex());
    m_table->edit(m_table->currentIndex());
}

void PageSettings::removeRule()
{
    m_rules->remove(m_table->currentIndex().row());
    refresh();
}

void PageSettings::onChanged()
{
    refresh();
    if (!m_filling)
        Q_EMIT changed();
}

bool PageSettings::valid() const
{
    return !m_rules->problem();
}

void PageSettings::readConfig(CrawlConfig *config) const
{
    config->page.facts = m_facts->isChecked();
    config->page.sha256 = m_sha256->isChecked();
    config->page.rules = m_rules->rules();
}

void PageSettings::setConfig(const CrawlConfig &config)
{
    m_filling = true;
    m_facts->setChecked(config.page.facts);
    m_sha256->setChecked(config.page.sha256);
    if (m_rules->rules() != config.page.rules)
        m_rules->setRules(config.page.rules);
    m_filling = false;
    refresh();
}

void PageSettings::focusProblem()
{
    if (valid())
        return;
    const int row = m_rules->problem()->rule;
    m_table->setCurrentIndex(m_rules->index(row < 0 ? m_rules->rowCount() - 1 : row, RulesModel::Pattern));
    m_table->setFocus(Qt::OtherFocusReason);
}

void PageSettings::setRunning(bool running)
{
    m_running = running;
    refresh();
}

void PageSettings::refresh()
{
    for (QWidget *widget : {static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_sha256),
                            static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_table)})
        widget->setEnabled(!m_running);
    m_add->setEnabled(!m_running && !m_rules->full());
    m_remove->setEnabled(!m_running && m_table->currentIndex().isValid());
    if (m_running)
        m_message->setMessage(FieldMessage::Kind::Hint, tr("Fixed while a run goes on."));
    else if (const QString problem = m_rules->problemText(); !problem.isEmpty())
        m_message->setMessage(FieldMessage::Kind::Error, problem);
    else
        m_message->clear();
}

void PageSettings::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PageSettings::retranslate()
{
    const auto explain = [](QWidget *field, const QString &text, const char *key) {
        field->setToolTip(tr("%1\nName in profiles: %2").arg(text, QString::fromLatin1(key)));
    };
    m_facts->setText(tr("Read what pages &hold"));
    m_sha256->setText(tr("SHA-&256 of each body"));
    m_title->setText(tr("&Rules: each makes a column of the results"));
    m_table->setAccessibleName(tr("Extraction rules"));
    m_add->setText(tr("&Add rule"));
    m_remove->setText(tr("Re&move"));
    explain(m_facts,
            tr("Headings, words, links, hashes and more of each body, for the details and the table of pages. It is "
               "read as well where a hash or a rule wants it, or links are followed"),
            "page_facts");
    explain(m_sha256, tr("For the details and the table of pages"), "sha256");
    explain(m_table, tr("What is found in each body. Double-click a field to change it"), "extract");
    m_rules->retranslate();
    refresh();
}

} // namespace crawlscope::gui
