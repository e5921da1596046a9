// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/compareview.h"

#include "core/store/sessionpath.h"
#include "gui/charts/timescomparechart.h"
#include "gui/format.h"
#include "gui/lab/changekindsmodel.h"
#include "gui/lab/changesmodel.h"
#include "gui/lab/comparetexts.h"
#include "gui/lab/hosttimesmodel.h"
#include "gui/lab/sessionchoices.h"
#include "gui/sessions/sessioncatalog.h"
#include "gui/setup/fieldmessage.h"
#include "gui/texts.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kIconSize = 16;
    constexpr int kProgressSteps = 1'000;

    QString shownName(const QString &path)
    {
        return format::untrusted(QFileInfo(path).completeBaseName().toUtf8());
    }

    quint64 rowsOf(const SessionInfo *info)
    {
        return info == nullptr ? 0 : info->counts.done + info->counts.failed + info->counts.skipped;
    }

} // namespace

CompareView::CompareView(const Theme &theme, SessionCatalog &catalog, QWidget *parent)
    : LabView(parent)
    , m_theme(theme)
    , m_catalog(catalog)
    , m_choices(new SessionChoices(this))
    , m_kinds(new ChangeKindsModel(theme, this))
    , m_changes(new ChangesModel(theme, this))
    , m_hosts(new HostTimesModel(theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::m, Space::m, Space::s);
    layout->setSpacing(Space::s);
    layout->addWidget(makeChoice());
    m_message = new FieldMessage(theme, this);
    layout->addWidget(m_message);
    layout->addWidget(makeProgress());
    layout->addWidget(makeVerdict());
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());
    layout->addWidget(m_stack, 1);
    setUpTabOrder();
    connectAll();
    onCatalogChanged();
    applyTheme();
    retranslate();
}

CompareView::~CompareView()
{
    m_comparer.cancel();
}

void CompareView::connectAll()
{
    connect(&m_catalog, &SessionCatalog::changed, this, &CompareView::onCatalogChanged);
    connect(m_swap, &QToolButton::clicked, this, &CompareView::swapSessions);
    connect(m_compare, &QPushButton::clicked, this, &CompareView::compare);
    connect(m_cancel, &QPushButton::clicked, this, &CompareView::cancel);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_choices->sessions() < 2)
            Q_EMIT setupRequested();
        else
            compare();
    });
    connect(m_exportList, &QPushButton::clicked, this, &CompareView::listExportRequested);
    connect(m_exportAll, &QPushButton::clicked, this, &CompareView::changesExportRequested);
    connect(&m_progressTimer, &QTimer::timeout, this, &CompareView::showProgress);
    connect(&m_comparer, &SessionComparer::finished, this, &CompareView::onFinished);
    connect(&m_comparer, &SessionComparer::failed, this, &CompareView::onFailed);
    connect(m_kindsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompareView::onKindChanged);
    connect(m_hostsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CompareView::onHostChanged);
    connect(m_changesTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CompareView::updateActions);
    connect(m_changesTable, &QTableView::activated, this, &CompareView::requestCurrent);
    connect(m_changesTable->horizontalHeader(), &QHeaderView::customContextMenuRequested, this,
            &CompareView::fillColumnsMenu);
    connect(m_show, &QPushButton::clicked, this, &CompareView::requestCurrent);
    connect(m_showAction, &QAction::triggered, this, &CompareView::requestCurrent);
    connect(m_copy, &QAction::triggered, this, &CompareView::copyRows);
    connect(m_changes, &ChangesModel::aboutToSwap, this, &CompareView::rememberCurrent);
    connect(m_changes, &ChangesModel::swapped, this, &CompareView::restoreCurrent);
    connect(m_hosts, &HostTimesModel::aboutToSwap, this, [this] {
        const TimeChange *times = m_hosts->times(m_hostsTable->currentIndex().row());
        m_currentHost = times == nullptr ? QByteArray() : times->key;
    });
    connect(m_hosts, &HostTimesModel::swapped, this,
            [this] { m_hostsTable->selectRow(std::max(0, m_hosts->rowOfHost(m_currentHost))); });
    connect(&m_theme, &Theme::changed, this, &CompareView::applyTheme);
}

QString CompareView::name() const
{
    return tr("Compare");
}

QString CompareView::chosenA() const
{
    return m_pathA;
}

QString CompareView::chosenB() const
{
    return m_pathB;
}

void CompareView::setShown(const QString &path)
{
    m_shown = path;
    propose();
}

void CompareView::choose(const QString &pathA, const QString &pathB)
{
    m_choices->addFile(pathA);
    m_choices->addFile(pathB);
    m_chosen = true;
    setChoice(m_comboA, pathA);
    setChoice(m_comboB, pathB);
    updateView();
}

void CompareView::onCatalogChanged()
{
    if (!m_choices->setSessions(m_catalog.sessions()))
        return;
    setChoice(m_comboA, m_pathA);
    setChoice(m_comboB, m_pathB);
    propose();
    updateView();
}

/// Until the user chooses: the session shown, or the newest, and the one before of the same list.
void CompareView::propose()
{
    if (m_chosen || m_pair || m_comparer.busy())
        return;
    const SessionInfo *after = m_choices->find(m_shown);
    for (int row = 0; row < m_choices->sessions() && (after == nullptr || after->inUse); ++row)
        after = &m_choices->session(row);
    setChoice(m_comboB, after == nullptr ? QString() : after->path);
    setChoice(m_comboA, after == nullptr ? QString() : m_choices->before(*after).value_or(QString()));
    updateView();
}

void CompareView::setChoice(QComboBox *combo, const QString &path)
{
    (combo == m_comboA ? m_pathA : m_pathB) = m_choices->rowOf(path) >= 0 ? path : QString();
    const QSignalBlocker blocker(combo);
    combo->setCurrentIndex(m_choices->rowOf(path));
    combo->setToolTip(combo->currentIndex() < 0 ? QString()
                                                : combo->currentData(Qt::DisplayRole).toString().toHtmlEscaped());
}

void CompareView::onChosen(QComboBox *combo)
{
    const QString path = m_choices->path(combo->currentIndex());
    if (path.isEmpty())
        return askForFile(combo);
    m_chosen = true;
    setChoice(combo, path);
    m_message->clear();
    updateView();
}

void CompareView::askForFile(QComboBox *combo)
{
    setChoice(combo, combo == m_comboA ? m_pathA : m_pathB); // what was chosen before
    auto *dialog = new QFileDialog(this, tr("Choose a session"), m_catalog.folder(),
                                   tr("Crawlscope sessions (*%1);;All files (*)").arg(QString(SessionPath::kEnding)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, combo](const QString &path) {
        m_choices->addFile(path);
        m_chosen = true;
        setChoice(combo, path);
        m_message->clear();
        updateView();
    });
    dialog->open();
}

void CompareView::swapSessions()
{
    m_chosen = true;
    const QString pathA = m_pathA;
    setChoice(m_comboA, m_pathB);
    setChoice(m_comboB, pathA);
    updateView();
}

QString CompareView::choiceProblem() const
{
    if (m_pathA.isEmpty() || m_pathB.isEmpty())
        return tr("Choose a session before and one after.");
    return m_pathA == m_pathB ? tr("Choose two different sessions.") : QString();
}

void CompareView::compare()
{
    if (!choiceProblem().isEmpty() || m_comparer.busy())
        return;
    setPair(nullptr);
    m_message->clear();
    m_comparer.start(m_pathA, m_pathB);
    m_progressTimer.start();
    showProgress();
    updateView();
}

void CompareView::cancel()
{
    m_comparer.cancel();
    m_progressTimer.stop();
    updateView();
}

void CompareView::setPair(std::shared_ptr<const SessionPair> pair)
{
    m_changes->setChanges(nullptr, ChangeKind::NewlyFailing); // onKindChanged() fills it
    m_hosts->setPair(pair);
    m_kinds->setPair(pair);
    if (!pair)
        m_chart->setTimes({}, nullptr, nullptr);
    m_comparer.dispose(std::exchange(m_pair, std::move(pair)));
}

void CompareView::onFinished(const std::shared_ptr<const SessionPair> &pair)
{
    m_progressTimer.stop();
    setPair(pair);
    updateView();
    m_hostsTable->selectRow(0);
    onHostChanged();
    const bool fails = !pair->comparison.of(ChangeKind::NewlyFailing).empty();
    showKind(fails ? std::optional(ChangeKind::NewlyFailing) : std::nullopt);
    if (!isVisible())
        Q_EMIT message(verdict());
}

void CompareView::onFailed(const SessionFault &fault, const QString &path)
{
    m_progressTimer.stop();
    m_message->setMessage(FieldMessage::Kind::Error,
                          tr("“%1” cannot be read. %2").arg(shownName(path), texts::sessionError(fault.error)));
    updateView();
}

void CompareView::showKind(std::optional<ChangeKind> kind)
{
    m_kindsTable->selectRow(kind ? ChangeKindsModel::rowOf(*kind) : ChangeKindsModel::kTimesRow);
    onKindChanged();
}

std::optional<ChangeKind> CompareView::kindShown() const
{
    return ChangeKindsModel::kindOf(m_kindsTable->currentIndex().row());
}

void CompareView::onKindChanged()
{
    const std::optional<ChangeKind> kind = kindShown();
    m_pages->setCurrentWidget(kind ? m_changesPage : static_cast<QWidget *>(m_times));
    if (kind && m_pair && (m_changes->pair() != m_pair || m_changes->kind() != *kind)) {
        QHeaderView *header = m_changesTable->horizontalHeader();
        for (int column = 0; column < ChangesModel::kColumns; ++column)
            header->setSectionHidden(column, !ChangesModel::isOfInterest(*kind, static_cast<ChangeField>(column)));
        const int sorted = header->sortIndicatorSection();
        if (sorted >= 0 && header->isSectionHidden(sorted))
            header->setSortIndicator(-1, Qt::AscendingOrder);
        m_changes->setChanges(m_pair, *kind);
        m_changesTable->scrollToTop();
    }
    if (kind) {
        m_help->setText(comparetexts::kindHelp(*kind));
        m_changesTable->setAccessibleName(comparetexts::kindTitle(*kind));
    }
    updateActions();
}

void CompareView::onHostChanged()
{
    const int row = std::max(0, m_hostsTable->currentIndex().row());
    const TimeChange *times = m_hosts->times(row);
    if (times == nullptr)
        return;
    QString why;
    if (times->pairs == 0)
        why = tr("No URL was done in both sessions.");
    else if (!times->timesA)
        why = tr("Distributions are kept of the %Ln hosts with most URLs.", nullptr,
                 static_cast<int>(Comparison::kHistograms));
    const bool any = times->pairs > 0;
    m_chart->setTimes(times->key.isEmpty() ? QString() : format::untrusted(times->key), any ? times->timesA : nullptr,
                      any ? times->timesB : nullptr, why);
}

void CompareView::showProgress()
{
    const SessionInfo *a = m_choices->find(m_pathA);
    const SessionInfo *b = m_choices->find(m_pathB);
    const quint64 rows = rowsOf(a) + rowsOf(b);
    const quint64 all = rows + (b == nullptr ? 0 : b->counts.unique);
    const bool known = rowsOf(a) > 0 && rowsOf(b) > 0 && all > 0;
    m_progress->setRange(0, known ? kProgressSteps : 0);
    if (known) {
        const quint64 done = std::min(m_comparer.rowsRead(), rows) + m_comparer.urlsCompared();
        m_progress->setValue(static_cast<int>(std::min<quint64>(done * kProgressSteps / all, kProgressSteps)));
    }
    m_progressLabel->setText(m_comparer.comparing()
                                 ? tr("Comparing…")
                                 : tr("Reading, %Ln row(s)", nullptr, format::pluralCount(m_comparer.rowsRead())));
}

QString CompareView::verdict() const
{
    return m_pair ? comparetexts::verdict(m_pair->comparison) : QString();
}

void CompareView::updateView()
{
    const bool busy = m_comparer.busy();
    const QString problem = choiceProblem();
    m_progressRow->setVisible(busy);
    m_verdictRow->setVisible(m_pair != nullptr);
    m_stack->setCurrentWidget(m_pair ? static_cast<QWidget *>(m_content) : m_empty);
    for (QWidget *widget : {static_cast<QWidget *>(m_comboA), static_cast<QWidget *>(m_comboB)})
        widget->setEnabled(!busy);
    m_swap->setEnabled(!busy && !(m_pathA.isEmpty() && m_pathB.isEmpty()));
    m_compare->setEnabled(!busy && problem.isEmpty());
    m_compare->setToolTip(problem.isEmpty() ? tr("Read both sessions and tell what differs") : problem);
    if (m_pair) {
        m_verdict->setText(verdict());
        const comparetexts::Look look = comparetexts::verdictLook(m_pair->comparison);
        m_verdictIcon->setPixmap(m_theme.icon(QString::fromLatin1(look.icon), look.token).pixmap(kIconSize));
    }
    const bool few = m_choices->sessions() < 2;
    if (busy)
        m_emptyLabel->setText(tr("Both sessions are being read and compared."));
    else if (few)
        m_emptyLabel->setText(tr("Tells what differs between two crawls of a list: crawl it twice."));
    else
        m_emptyLabel->setText(tr("Tells what differs between two sessions: what fails now, what answers otherwise, "
                                 "what has become slower."));
    m_emptyButton->setText(few ? tr("Enter URLs") : tr("Compare these two"));
    m_emptyButton->setVisible(!busy);
    m_emptyButton->setEnabled(few || problem.isEmpty());
    updateActions();
}

void CompareView::updateActions()
{
    const bool current = m_pair && m_changesTable->selectionModel()->hasSelection();
    m_show->setEnabled(current);
    m_showAction->setEnabled(current);
    m_copy->setEnabled(current);
    m_exportList->setEnabled(listRows() > 0);
    m_exportAll->setEnabled(changes() > 0);
}

void CompareView::applyTheme()
{
    m_swap->setIcon(m_theme.icon(u"arrows-shuffle"_s));
    m_exportList->setIcon(m_theme.icon(u"file-export"_s));
    m_exportAll->setIcon(m_theme.icon(u"file-export"_s));
    m_copy->setIcon(m_theme.icon(u"copy"_s));
    m_showAction->setIcon(m_theme.icon(u"history"_s));
    m_kinds->themeChanged();
    m_changes->themeChanged();
    m_hosts->themeChanged();
    updateView();
}

void CompareView::retranslate()
{
    m_labelA->setText(tr("&Before"));
    m_labelB->setText(tr("A&fter"));
    m_comboA->setPlaceholderText(tr("Choose a session"));
    m_comboB->setPlaceholderText(tr("Choose a session"));
    m_comboA->setAccessibleName(tr("Session before"));
    m_comboB->setAccessibleName(tr("Session after"));
    m_swap->setToolTip(tr("Swap the two sessions"));
    m_swap->setAccessibleName(tr("Swap the two sessions"));
    m_compare->setText(tr("&Compare"));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Progress of the comparison"));
    m_exportList->setText(tr("Export list…"));
    m_exportList->setToolTip(tr("Write the URLs of the list shown to a file, in any format of the exports"));
    m_exportAll->setText(tr("Export all changes…"));
    m_exportAll->setToolTip(tr("Write every change as CSV, with both sessions side by side"));
    m_show->setText(tr("Show in the session"));
    m_show->setToolTip(tr("Open the session at this URL"));
    m_showAction->setText(tr("Show in the session"));
    m_copy->setText(tr("Copy"));
    m_kindsTable->setAccessibleName(tr("Kinds of differences"));
    m_hostsTable->setAccessibleName(tr("Response times of the hosts"));
    m_choices->retranslate();
    m_kinds->retranslate();
    m_changes->retranslate();
    m_hosts->retranslate();
    for (QComboBox *combo : {m_comboA, m_comboB})
        setChoice(combo, combo == m_comboA ? m_pathA : m_pathB);
    m_message->clear();
    onKindChanged();
    onHostChanged();
    updateView();
}

void CompareView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    LabView::changeEvent(event);
}

} // namespace crawlscope::gui
