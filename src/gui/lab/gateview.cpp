// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/gateview.h"

#include "core/exporters/bytefile.h"
#include "gui/format.h"
#include "gui/lab/gatechecksmodel.h"
#include "gui/lab/gaterulesmodel.h"
#include "gui/setup/fieldmessage.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kIconSize = 16;
    constexpr int kEditorWidth = 390;

    /// The look of a field that is wrong.
    void markInvalid(QWidget *field, bool invalid)
    {
        if (field->property("invalid").toBool() == invalid)
            return;
        field->setProperty("invalid", invalid);
        field->style()->unpolish(field);
        field->style()->polish(field);
    }

} // namespace

GateView::GateView(const Theme &theme, QWidget *parent)
    : LabView(parent)
    , m_theme(theme)
    , m_rules(new GateRulesModel(theme, this))
    , m_checks(new GateChecksModel(theme, this))
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeEditor());
    splitter->addWidget(makeReport());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kEditorWidth, 2 * kEditorWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::m, Space::m, Space::s);
    layout->addWidget(splitter);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kJudgeMs);
    connectAll();
    applyTheme();
    retranslate();
}

GateView::~GateView()
{
    cancelJob();
}

void GateView::connectAll()
{
    for (const RunField &field : m_run)
        connect(field.edit, &QLineEdit::textChanged, this, &GateView::onEdited);
    connect(m_rules, &GateRulesModel::edited, this, &GateView::onEdited);
    connect(m_add, &QPushButton::clicked, this, &GateView::addHost);
    connect(m_remove, &QPushButton::clicked, this, &GateView::removeHost);
    connect(m_load, &QPushButton::clicked, this, [this] { askForProfile(false); });
    connect(m_save, &QPushButton::clicked, this, [this] { askForProfile(true); });
    connect(m_junit, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(Format::Junit); });
    connect(m_markdown, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(Format::Markdown); });
    connect(m_emptyButton, &QPushButton::clicked, this, [this] { m_run.front().edit->setFocus(Qt::OtherFocusReason); });
    connect(m_hosts->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GateView::updateView);
    connect(&m_delay, &QTimer::timeout, this, &GateView::judge);
    connect(&m_theme, &Theme::changed, this, &GateView::applyTheme);
}

QString GateView::name() const
{
    return tr("Thresholds");
}

void GateView::setGate(const QJsonObject &gate)
{
    if (gate == this->gate())
        return;
    fill(Gate::parse(gate, nullptr));
    judge();
}

void GateView::fill(const Gate &gate)
{
    m_filling = true;
    GateDraft run;
    std::vector<GateDraft> hosts;
    for (const Gate::Rule &rule : gate.rules()) {
        if (rule.host.isEmpty())
            run = GateDraft::of(rule);
        else
            hosts.push_back(GateDraft::of(rule));
    }
    for (std::size_t i = 0; i < kGateMetricCount; ++i)
        m_run.at(i).edit->setText(run.texts.at(i));
    m_rules->setDrafts(std::move(hosts));
    m_filling = false;
    updateMessages();
    updateView();
}

QJsonObject GateView::gate() const
{
    GateDraft run;
    for (std::size_t i = 0; i < kGateMetricCount; ++i)
        run.texts.at(i) = m_run.at(i).edit->text();
    QJsonObject out = run.json();
    QJsonObject hosts;
    for (int row = 0; row < m_rules->rowCount(); ++row) {
        const GateDraft &draft = m_rules->drafts()[static_cast<std::size_t>(row)];
        const QJsonObject thresholds = draft.json();
        if (!thresholds.isEmpty() && m_rules->problem(row, GateRulesModel::Host).isEmpty())
            hosts.insert(draft.pattern(), thresholds);
    }
    if (!hosts.isEmpty())
        out.insert(u"hosts"_s, hosts);
    return out;
}

void GateView::onEdited()
{
    if (m_filling)
        return;
    m_profileMessage->clear();
    updateMessages();
    updateView();
    m_delay.start();
    Q_EMIT gateChanged(gate());
}

void GateView::addHost()
{
    const int row = m_rules->add();
    if (row < 0)
        return;
    m_hosts->setCurrentIndex(m_rules->index(row, GateRulesModel::Host));
    m_hosts->scrollTo(m_hosts->currentIndex());
    m_hosts->edit(m_hosts->currentIndex());
}

void GateView::removeHost()
{
    m_rules->remove(m_hosts->currentIndex().row());
    updateView();
}

void GateView::askForProfile(bool save)
{
    auto *dialog = new QFileDialog(this, save ? tr("Save thresholds to a profile") : tr("Load thresholds of a profile"),
                                   {}, tr("Profiles (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(save ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the other keys of the profile stay
    connect(dialog, &QFileDialog::fileSelected, this, save ? &GateView::saveProfile : &GateView::loadProfile);
    dialog->open();
}

void GateView::loadProfile(const QString &path)
{
    m_background.run([path] { return gateprofile::load(path); },
                     [this, path](const gateprofile::Outcome &outcome) { onProfile(outcome, path, false); });
}

void GateView::saveProfile(const QString &path)
{
    m_background.run([path, gate = gate()] { return gateprofile::save(path, gate); },
                     [this, path](const gateprofile::Outcome &outcome) { onProfile(outcome, path, true); });
}

QString GateView::profileProblem(const gateprofile::Outcome &outcome)
{
    switch (outcome.result) {
    case gateprofile::Result::Ok:
        return {};
    case gateprofile::Result::CannotOpen:
        return tr("It cannot be read: %1").arg(format::untrusted(outcome.systemDetail.toUtf8()));
    case gateprofile::Result::TooLarge:
        return tr("It is too large for a profile.");
    case gateprofile::Result::NotAProfile:
        return tr("It is no JSON object.");
    case gateprofile::Result::WriteFailed:
        return tr("It cannot be written: %1").arg(format::untrusted(outcome.systemDetail.toUtf8()));
    }
    return {};
}

void GateView::onProfile(const gateprofile::Outcome &outcome, const QString &path, bool saved)
{
    const QString name = format::untrusted(QFileInfo(path).fileName().toUtf8());
    if (outcome.result != gateprofile::Result::Ok) {
        m_profileMessage->setMessage(FieldMessage::Kind::Error,
                                     tr("“%1”: %2", "file, what is wrong").arg(name, profileProblem(outcome)));
        return;
    }
    if (saved) {
        m_profileMessage->setMessage(FieldMessage::Kind::Hint, tr("Saved to “%1”.").arg(name));
        return;
    }
    if (outcome.gate.isEmpty() && outcome.problems.isEmpty()) {
        m_profileMessage->setMessage(FieldMessage::Kind::Warning, tr("“%1” has no thresholds.").arg(name));
        return;
    }
    setGate(outcome.gate);
    Q_EMIT gateChanged(gate());
    if (outcome.problems.isEmpty())
        m_profileMessage->setMessage(FieldMessage::Kind::Hint, tr("Loaded from “%1”.").arg(name));
    else
        m_profileMessage->setMessage(
            FieldMessage::Kind::Warning,
            tr("Not understood, and left out: %1").arg(format::untrusted(outcome.problems.join(u", "_s).toUtf8())));
}

void GateView::setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table, qint64 elapsedMs,
                      bool running)
{
    cancelJob();
    m_delay.stop();
    m_urls = std::move(urls);
    m_table = std::move(table);
    m_elapsedMs = elapsedMs;
    m_running = running;
    m_announce = false;
    m_report.reset();
    m_checks->setReport(nullptr);
    judge();
}

void GateView::runEnded(qint64 elapsedMs)
{
    m_running = false;
    m_elapsedMs = elapsedMs;
    m_announce = true;
    judge();
}

void GateView::cancelJob()
{
    if (m_job)
        *m_job = true;
    m_job.reset();
}

void GateView::judge()
{
    cancelJob();
    m_delay.stop();
    const Gate gate = Gate::parse(this->gate(), nullptr);
    if (m_running || !m_table || gate.empty()) {
        m_announce = false;
        m_report.reset();
        m_checks->setReport(nullptr);
        updateView();
        return;
    }
    m_job = std::make_shared<std::atomic<bool>>(false);
    m_background.run([gate, urls = m_urls, table = m_table, elapsedMs = m_elapsedMs,
                      job = m_job] { return evaluateGate(gate, *urls, *table, elapsedMs, job.get()); },
                     [this, job = m_job](GateReport report) { take(job, std::move(report)); });
    updateView();
}

void GateView::take(const std::shared_ptr<std::atomic<bool>> &job, GateReport report)
{
    if (job != m_job)
        return;
    m_job.reset();
    m_report = std::make_shared<const GateReport>(std::move(report));
    m_checks->setReport(m_report);
    updateView();
    if (std::exchange(m_announce, false))
        Q_EMIT message(gatetexts::outcome(*m_report));
}

ExportWork GateView::exportWork(const QString &path, Format format) const
{
    return
        [path, format, report = m_report](const std::atomic<bool> * /*cancelled*/, std::atomic<quint64> * /*written*/) {
            return writeByteFile(path, [&](ByteSink *sink, ExportOutcome *outcome) {
                sink->buffer()->append(format == Format::Junit ? report->toJunit() : report->toMarkdown());
                outcome->rows = report->checks.size();
                if (!sink->flush())
                    outcome->status = ExportStatus::WriteFailed;
            });
        };
}

QString GateView::emptyText() const
{
    if (gate().isEmpty())
        return tr("A run can have thresholds to keep: how slow, how many failures, how many URLs a second.");
    if (m_running)
        return tr("Judged when the run has ended.");
    return m_table ? tr("Being judged…") : tr("Judged when a crawl has run or a session is open.");
}

void GateView::updateMessages()
{
    for (std::size_t i = 0; i < kGateMetricCount; ++i) {
        const RunField &field = m_run.at(i);
        const QString problem = GateDraft::problem(static_cast<GateMetric>(i), field.edit->text());
        markInvalid(field.edit, !problem.isEmpty());
        if (problem.isEmpty())
            field.message->clear();
        else
            field.message->setMessage(FieldMessage::Kind::Error, problem);
    }
    const std::vector<GateDraft> &drafts = m_rules->drafts();
    const QString problem = m_rules->firstProblem();
    if (!problem.isEmpty())
        m_hostsMessage->setMessage(FieldMessage::Kind::Error, problem);
    else if (std::any_of(drafts.begin(), drafts.end(), [](const GateDraft &draft) { return draft.empty(); }))
        m_hostsMessage->setMessage(FieldMessage::Kind::Hint, tr("A row without a threshold is not kept."));
    else
        m_hostsMessage->clear();
}

void GateView::updateView()
{
    m_add->setEnabled(!m_rules->full());
    m_remove->setEnabled(m_hosts->currentIndex().isValid());
    m_save->setEnabled(!gate().isEmpty());
    m_head->setVisible(m_report != nullptr);
    m_stack->setCurrentWidget(m_report ? static_cast<QWidget *>(m_checksTable) : m_empty);
    m_emptyLabel->setText(emptyText());
    m_emptyButton->setVisible(gate().isEmpty());
    if (!m_report)
        return;
    const bool kept = m_report->passed();
    m_outcome->setText(gatetexts::outcome(*m_report));
    m_icon->setPixmap(
        (kept ? m_theme.icon(u"circle-check"_s, Token::Success) : m_theme.icon(u"circle-x"_s, Token::ServerError))
            .pixmap(kIconSize));
}

void GateView::applyTheme()
{
    m_add->setIcon(m_theme.icon(u"plus"_s));
    m_remove->setIcon(m_theme.icon(u"minus"_s));
    m_load->setIcon(m_theme.icon(u"file-import"_s));
    m_save->setIcon(m_theme.icon(u"file-export"_s));
    m_junit->setIcon(m_theme.icon(u"file-export"_s));
    m_markdown->setIcon(m_theme.icon(u"file-export"_s));
    m_checks->themeChanged();
    m_rules->retranslate();
    updateView();
}

void GateView::retranslate()
{
    m_runTitle->setText(tr("The run keeps"));
    m_hostsTitle->setText(tr("&Hosts keep, all that match a row together"));
    for (std::size_t i = 0; i < kGateMetricCount; ++i) {
        const auto metric = static_cast<GateMetric>(i);
        const RunField &field = m_run.at(i);
        field.label->setText(gatetexts::limit(metric));
        field.edit->setAccessibleName(gatetexts::limit(metric));
        field.edit->setPlaceholderText(tr("none"));
        field.edit->setToolTip(
            tr("%1\nName in profiles: %2")
                .arg(gatetexts::metric(metric), u"gate."_s + QLatin1StringView(gateMetricName(metric))));
    }
    m_hosts->setAccessibleName(tr("Thresholds of hosts"));
    m_hosts->setToolTip(tr("Double-click a field to change it\nName in profiles: %1").arg(u"gate.hosts"_s));
    m_add->setText(tr("&Add host"));
    m_remove->setText(tr("Re&move"));
    m_load->setText(tr("&Load from profile…"));
    m_load->setToolTip(tr("Take the thresholds of a profile, as crawlscope-cli crawl --profile reads it"));
    m_save->setText(tr("&Save to profile…"));
    m_save->setToolTip(tr("Write the thresholds into a profile; its other settings stay"));
    m_junit->setText(tr("Export JUnit…"));
    m_junit->setToolTip(tr("As JUnit XML, which continuous integration reads"));
    m_markdown->setText(tr("Export Markdown…"));
    m_markdown->setToolTip(tr("As a table in Markdown"));
    m_emptyButton->setText(tr("Set a threshold"));
    m_checksTable->setAccessibleName(tr("What became of the thresholds"));
    m_profileMessage->clear();
    m_rules->retranslate();
    m_checks->retranslate();
    updateMessages();
    updateView();
}

void GateView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    LabView::changeEvent(event);
}

} // namespace crawlscope::gui
