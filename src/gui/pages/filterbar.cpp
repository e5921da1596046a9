// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/filterbar.h"

#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/models/resultfacets.h"
#include "gui/texts.h"
#include "ui_filterbar.h"

#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStyle>

#include <utility>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kDebounceMs = 150;
    constexpr qsizetype kHostsListed = 500;

    /// In the order shown.
    constexpr std::array<StatusClass, 6> kChipOrder {StatusClass::Success,       StatusClass::Redirect,
                                                     StatusClass::ClientError,   StatusClass::ServerError,
                                                     StatusClass::Informational, StatusClass::None};

    quint64 allErrors()
    {
        return ((quint64 {1} << kErrorIdCount) - 1) & ~quint64 {1};
    }

} // namespace

FilterBar::FilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , ui(std::make_unique<Ui::FilterBar>())
{
    ui->setupUi(this);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounceMs);
    makeChips();
    ui->countLabel->setProperty("muted", true);
    QSizePolicy keepsRoom = ui->pendingButton->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(false);
    ui->pendingButton->setSizePolicy(keepsRoom);
    ui->pendingButton->setProperty("chip", true);
    ui->pendingButton->hide();
    ui->clearButton->hide();
    ui->hostCombo->setEditText({});
    ui->hostCombo->lineEdit()->setClearButtonEnabled(true);
    ui->hostCombo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    ui->hostCombo->completer()->setFilterMode(Qt::MatchContains);
    ui->stateCombo->addItem(QString(), 0U);
    for (const RowState state : {RowState::Done, RowState::Failed, RowState::Skipped})
        ui->stateCombo->addItem(QString(), 1U << static_cast<unsigned>(state));
    for (int i = 0; i <= kUrlOriginCount; ++i)
        ui->originCombo->addItem(QString(), i == 0 ? 0U : 1U << static_cast<unsigned>(i - 1));
    ui->originCombo->hide();
    retranslate();
    applyIcons();
    connectInputs();
    connect(&theme, &Theme::changed, this, &FilterBar::applyIcons);
    ui->textEdit->installEventFilter(this);
}

FilterBar::~FilterBar() = default;

void FilterBar::makeChips()
{
    for (const StatusClass statusClass : kChipOrder) {
        auto *chip = new QPushButton(this);
        chip->setCheckable(true);
        chip->setAutoDefault(false);
        chip->setProperty("chip", true);
        chip->setVisible(statusClass != StatusClass::Informational);
        ui->chips->addWidget(chip);
        m_chips[static_cast<std::size_t>(statusClass)] = chip;
        connect(chip, &QPushButton::toggled, this, &FilterBar::apply);
    }
}

void FilterBar::connectInputs()
{
    connect(&m_debounce, &QTimer::timeout, this, &FilterBar::apply);
    connect(ui->textEdit, &QLineEdit::textChanged, this, [this] {
        if (!m_filling)
            m_debounce.start();
    });
    connect(ui->textEdit, &QLineEdit::returnPressed, this, &FilterBar::apply);
    connect(ui->caseButton, &QToolButton::toggled, this, &FilterBar::apply);
    connect(ui->regexButton, &QToolButton::toggled, this, &FilterBar::apply);
    connect(ui->stateCombo, &QComboBox::currentIndexChanged, this, &FilterBar::apply);
    connect(ui->originCombo, &QComboBox::currentIndexChanged, this, &FilterBar::apply);
    connect(ui->errorCombo, &QComboBox::currentIndexChanged, this, &FilterBar::apply);
    connect(ui->errorCombo, &LazyCombo::listWanted, this, &FilterBar::fillErrors);
    connect(ui->hostCombo, &LazyCombo::listWanted, this, &FilterBar::fillHosts);
    connect(ui->hostCombo, &QComboBox::editTextChanged, this, [this] {
        if (!m_filling)
            m_debounce.start();
    });
    connect(ui->slowerSpin, &QSpinBox::valueChanged, this, [this] {
        if (!m_filling)
            m_debounce.start();
    });
    connect(ui->clearButton, &QToolButton::clicked, this, &FilterBar::clear);
    connect(ui->pendingButton, &QPushButton::clicked, this, &FilterBar::mergeRequested);
    connect(ui->exportButton, &QToolButton::clicked, this, &FilterBar::exportRequested);
}

void FilterBar::applyIcons()
{
    for (const StatusClass statusClass : kChipOrder) {
        const resultcell::Look look = resultcell::lookOf(statusClass);
        m_chips[static_cast<std::size_t>(statusClass)]->setIcon(
            m_theme.icon(QString::fromLatin1(look.icon), look.token));
    }
    ui->caseButton->setIcon(m_theme.icon(u"letter-case"_s));
    ui->regexButton->setIcon(m_theme.icon(u"regex"_s));
    ui->clearButton->setIcon(m_theme.icon(u"filter-off"_s));
    ui->columnsButton->setIcon(m_theme.icon(u"columns-3"_s));
    ui->detailsButton->setIcon(m_theme.icon(u"list-details"_s));
    ui->exportButton->setIcon(m_theme.icon(u"file-export"_s));
    ui->pendingButton->setIcon(m_theme.icon(u"refresh"_s, Token::Accent));
    const QList<QAction *> actions = ui->textEdit->actions();
    if (actions.isEmpty())
        ui->textEdit->addAction(m_theme.icon(u"search"_s, Token::TextMuted), QLineEdit::LeadingPosition);
    else
        actions.first()->setIcon(m_theme.icon(u"search"_s, Token::TextMuted));
}

ResultFilter FilterBar::fromControls() const
{
    ResultFilter filter;
    filter.text = ui->textEdit->text();
    filter.regularExpression = ui->regexButton->isChecked();
    filter.caseSensitive = ui->caseButton->isChecked();
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->isChecked())
            filter.statusClasses |= 1U << i;
    }
    filter.states = ui->stateCombo->currentData().toUInt();
    filter.origins = ui->originCombo->currentData().toUInt();
    filter.errors = ui->errorCombo->currentData().toULongLong();
    filter.host = ui->hostCombo->currentText().trimmed().toLower();
    filter.slowerThanMicros =
        static_cast<quint32>(std::min<qint64>(qint64 {ui->slowerSpin->value()} * 1000, 0xfffffffe));
    return filter;
}

void FilterBar::judgePattern(const ResultFilter &filter)
{
    m_patternValid = true;
    QString message;
    if (filter.regularExpression && !filter.text.isEmpty()) {
        const QRegularExpression pattern(filter.text);
        m_patternValid = pattern.isValid();
        if (!m_patternValid)
            message =
                tr("This is no regular expression: %1, at character %2.")
                    .arg(pattern.errorString(), format::number(static_cast<quint64>(pattern.patternErrorOffset()) + 1));
    }
    if (ui->textEdit->property("invalid").toBool() == m_patternValid) {
        ui->textEdit->setProperty("invalid", !m_patternValid);
        ui->textEdit->style()->unpolish(ui->textEdit);
        ui->textEdit->style()->polish(ui->textEdit);
    }
    ui->textEdit->setToolTip(resultcell::plainToolTip(message));
    ui->textEdit->setAccessibleDescription(message);
    if (!m_patternValid) {
        ui->countLabel->setText(tr("Pattern is not valid"));
        ui->countLabel->setToolTip(resultcell::plainToolTip(message));
    }
}

void FilterBar::apply()
{
    if (m_filling)
        return;
    m_debounce.stop();
    ResultFilter filter = fromControls();
    judgePattern(filter);
    if (!m_patternValid)
        return;
    m_filter = std::move(filter);
    ui->clearButton->setVisible(!m_filter.isEmpty());
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::retranslate()
{
    const bool wasFilling = std::exchange(m_filling, true);
    ui->hostCombo->lineEdit()->setPlaceholderText(tr("All hosts"));
    ui->stateCombo->setItemText(0, tr("All states"));
    for (int i = 1; i < ui->stateCombo->count(); ++i) {
        const unsigned state = qCountTrailingZeroBits(ui->stateCombo->itemData(i).toUInt());
        ui->stateCombo->setItemText(i, texts::rowState(static_cast<RowState>(state)));
    }
    ui->originCombo->setItemText(0, tr("All origins"));
    for (int i = 1; i < ui->originCombo->count(); ++i)
        ui->originCombo->setItemText(i, texts::urlOrigin(static_cast<UrlOrigin>(i - 1)));
    fillErrors();
    for (const StatusClass statusClass : kChipOrder)
        m_chips[static_cast<std::size_t>(statusClass)]->setToolTip(texts::statusClass(statusClass));
    updateChipTexts(true);
    m_filling = wasFilling;
    judgePattern(fromControls());
    showCounts();
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FilterBar::setFilter(const ResultFilter &filter)
{
    m_filling = true;
    ui->textEdit->setText(filter.text);
    ui->regexButton->setChecked(filter.regularExpression);
    ui->caseButton->setChecked(filter.caseSensitive);
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked((filter.statusClasses & (1U << i)) != 0);
    ui->stateCombo->setCurrentIndex(std::max(ui->stateCombo->findData(filter.states), 0));
    ui->originCombo->setCurrentIndex(std::max(ui->originCombo->findData(filter.origins), 0));
    fillErrors();
    m_filling = true;
    if (filter.errors != 0 && ui->errorCombo->findData(QVariant::fromValue(filter.errors)) < 0) {
        const auto id = static_cast<ErrorId>(qCountTrailingZeroBits(filter.errors));
        ui->errorCombo->addItem(texts::error(id), QVariant::fromValue(filter.errors));
    }
    ui->errorCombo->setCurrentIndex(std::max(ui->errorCombo->findData(QVariant::fromValue(filter.errors)), 0));
    ui->hostCombo->setEditText(filter.host);
    ui->slowerSpin->setValue(static_cast<int>(filter.slowerThanMicros / 1000));
    m_filling = false;
    apply();
}

void FilterBar::setOriginsKnown(bool known)
{
    ui->originCombo->setVisible(known);
    if (!known)
        ui->originCombo->setCurrentIndex(0);
}

void FilterBar::setFacets(const ResultFacets *facets)
{
    m_facets = facets;
    updateFacets();
}

void FilterBar::updateFacets()
{
    updateChipTexts();
}

void FilterBar::updateChipTexts(bool all)
{
    static constexpr std::array<const char *, 6> kShort {QT_TR_NOOP("No status"), "1xx", "2xx", "3xx", "4xx", "5xx"};
    for (const StatusClass statusClass : kChipOrder) {
        const auto i = static_cast<std::size_t>(statusClass);
        const quint64 count = m_facets == nullptr ? 0 : m_facets->ofClass(statusClass);
        const QString name = statusClass == StatusClass::None ? tr(kShort[i]) : QString::fromLatin1(kShort[i]);
        const QString text = name + u"  "_s + format::number(count);
        if (m_chips[i]->text() == text && !all)
            continue;
        m_chips[i]->setText(text);
        m_chips[i]->setAccessibleName(
            tr("%1: %Ln row(s)", nullptr, format::pluralCount(count)).arg(texts::statusClass(statusClass)));
        if (statusClass == StatusClass::Informational)
            m_chips[i]->setVisible(count > 0 || m_chips[i]->isChecked());
    }
}

void FilterBar::fillErrors()
{
    const bool wasFilling = std::exchange(m_filling, true);
    const QVariant chosen = ui->errorCombo->currentData();
    ui->errorCombo->clear();
    ui->errorCombo->addItem(tr("All errors"), QVariant::fromValue(quint64 {0}));
    quint64 any = 0;
    for (std::size_t i = 1; i < kErrorIdCount; ++i) {
        const auto id = static_cast<ErrorId>(i);
        const quint64 count = m_facets == nullptr ? 0 : m_facets->ofError(id);
        const QVariant bit = QVariant::fromValue(quint64 {1} << i);
        if (count == 0 && bit != chosen)
            continue;
        any += count;
        ui->errorCombo->addItem(tr("%1 (%2)", "error, count").arg(texts::error(id), format::number(count)), bit);
    }
    ui->errorCombo->insertItem(1, tr("Any error (%1)").arg(format::number(any)), QVariant::fromValue(allErrors()));
    ui->errorCombo->setCurrentIndex(std::max(ui->errorCombo->findData(chosen), 0));
    m_filling = wasFilling;
}

void FilterBar::fillHosts()
{
    const bool wasFilling = std::exchange(m_filling, true);
    const QString text = ui->hostCombo->currentText();
    ui->hostCombo->clear();
    if (m_facets != nullptr) {
        for (const auto &[host, count] : m_facets->hosts(kHostsListed)) {
            ui->hostCombo->addItem(format::untrusted(host));
            ui->hostCombo->setItemData(ui->hostCombo->count() - 1,
                                       tr("%Ln row(s)", nullptr, format::pluralCount(count)), Qt::ToolTipRole);
        }
    }
    ui->hostCombo->setCurrentIndex(-1);
    ui->hostCombo->setEditText(text);
    m_filling = wasFilling;
}

void FilterBar::setCounts(std::size_t shown, std::size_t total, std::size_t pending, bool busy, quint64 regexGaveUp)
{
    m_counts = {shown, total, pending, busy, regexGaveUp};
    showCounts();
}

void FilterBar::showCounts()
{
    const int total = format::pluralCount(m_counts.total);
    ui->pendingButton->setVisible(m_counts.pending > 0);
    if (m_counts.pending > 0)
        ui->pendingButton->setText(tr("%Ln new row(s)", nullptr, format::pluralCount(m_counts.pending)));
    if (!m_patternValid)
        return;
    QString text;
    if (m_counts.busy)
        text = tr("Searching %Ln row(s)…", nullptr, total);
    else if (m_filter.isEmpty())
        text = tr("%Ln row(s)", nullptr, total);
    else
        text = tr("%1 of %Ln row(s) shown", nullptr, total).arg(format::number(m_counts.shown));
    if (ui->countLabel->text() != text)
        ui->countLabel->setText(text);
    ui->countLabel->setToolTip(m_counts.regexGaveUp == 0
                                   ? QString()
                                   : tr("The pattern was too costly for %Ln row(s), which are not shown.", nullptr,
                                        format::pluralCount(m_counts.regexGaveUp)));
}

void FilterBar::focusText()
{
    ui->textEdit->setFocus(Qt::ShortcutFocusReason);
    ui->textEdit->selectAll();
}

QToolButton *FilterBar::columnsButton() const
{
    return ui->columnsButton;
}

QToolButton *FilterBar::detailsButton() const
{
    return ui->detailsButton;
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == ui->textEdit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down) {
            Q_EMIT leaveDown();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !ui->textEdit->text().isEmpty()) {
            ui->textEdit->clear();
            apply();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace crawlscope::gui
