// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/sweepsettings.h"

#include "gui/format.h"
#include "gui/lab/sweeptexts.h"
#include "gui/setup/fieldmessage.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStyle>

#include <algorithm>
#include <array>
#include <limits>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr double kPercent = 100;
    constexpr int kSampleLetters = 8;
    constexpr double kMostMs = 3'600'000;
    constexpr int kFewestPerSlot = 2; ///< URLs of a run for each slot of the highest level, or the slots run dry

    QSpinBox *makeSpin(const QString &name, int least, int most, QWidget *parent)
    {
        auto *spin = new QSpinBox(parent);
        spin->setObjectName(name);
        spin->setRange(least, most);
        spin->setGroupSeparatorShown(true);
        spin->setKeyboardTracking(false);
        return spin;
    }

    QDoubleSpinBox *makeRule(const QString &name, double most, QWidget *parent)
    {
        auto *spin = new QDoubleSpinBox(parent);
        spin->setObjectName(name);
        spin->setRange(0, most);
        spin->setDecimals(0);
        spin->setGroupSeparatorShown(true);
        spin->setKeyboardTracking(false);
        return spin;
    }

    QString textOf(const std::vector<int> &levels)
    {
        QStringList texts;
        for (const int level : levels)
            texts.append(QString::number(level));
        return texts.join(u", "_s);
    }

} // namespace

SweepSettings::SweepSettings(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_sample(new QComboBox(this))
    , m_size(makeSpin(u"sampleSize"_s, 1, kMostUrls, this))
    , m_seed(makeSpin(u"seed"_s, 0, std::numeric_limits<int>::max(), this))
    , m_levels(new QLineEdit(this))
    , m_verdict(new FieldMessage(theme, this))
    , m_repeats(makeSpin(u"repeats"_s, 1, SweepPlan::kMostRepeats, this))
    , m_warmUp(makeSpin(u"warmUp"_s, 0, kMostUrls, this))
    , m_failures(makeRule(u"maxFailures"_s, kPercent, this))
    , m_p95(makeRule(u"maxP95"_s, kMostMs, this))
{
    m_sample->setObjectName(u"sample"_s);
    m_sample->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // the other resizes by itself
    m_sample->setMinimumContentsLength(kSampleLetters);
    m_levels->setObjectName(u"levels"_s);
    m_seed->setGroupSeparatorShown(false);
    m_p95->setSingleStep(100);
    for (int i = 0; i < 3; ++i)
        m_sample->addItem(QString());
    m_sample->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layOut();
    connect(m_levels, &QLineEdit::textChanged, this, &SweepSettings::onEdited);
    connect(m_sample, &QComboBox::currentIndexChanged, this, &SweepSettings::onEdited);
    for (QSpinBox *spin : {m_size, m_seed, m_repeats, m_warmUp})
        connect(spin, &QSpinBox::valueChanged, this, &SweepSettings::onEdited);
    for (QDoubleSpinBox *spin : {m_failures, m_p95})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &SweepSettings::onEdited);
    retranslateFields();
    setPlan({});
}

/// The levels need the whole width, the other fields stand beside their names.
void SweepSettings::layOut()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::s);
    grid->setVerticalSpacing(Space::xs);
    grid->setColumnStretch(1, 1);
    const std::array<QWidget *, 8> fields {m_levels, m_repeats, m_sample, m_size, m_seed, m_warmUp, m_failures, m_p95};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto *label = new QLabel(this);
        label->setBuddy(fields.at(i));
        m_rows.at(i) = {label, fields.at(i)};
        if (i > 0)
            setTabOrder(fields.at(i - 1), fields.at(i));
        const int row = grid->rowCount();
        if (fields.at(i) == m_levels) {
            grid->addWidget(label, row, 0, 1, 2);
            grid->addWidget(m_levels, row + 1, 0, 1, 2);
            grid->addWidget(m_verdict, row + 2, 0, 1, 2);
        } else {
            grid->addWidget(label, row, 0);
            grid->addWidget(fields.at(i), row, 1);
        }
    }
}

std::optional<std::vector<int>> SweepSettings::levelsOf(const QString &text)
{
    static const QRegularExpression separators(u"[,;\\s\\x{3001}\\x{ff0c}\\x{ff1b}]+"_s); // Chinese ones, too
    std::vector<int> levels;
    for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int level = part.toInt(&isNumber);
        if (!isNumber || level < 1 || level > CrawlLimits::kMaxInFlight)
            return std::nullopt;
        levels.push_back(level);
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    if (levels.empty() || levels.size() > std::size_t {SweepPlan::kMostLevels})
        return std::nullopt;
    return levels;
}

SweepPlan SweepSettings::plan() const
{
    SweepPlan plan;
    plan.sample = static_cast<SweepPlan::Sample>(m_sample->currentIndex());
    plan.sampleSize = static_cast<quint32>(m_size->value());
    plan.seed = static_cast<quint64>(m_seed->value());
    plan.levels = levelsOf(m_levels->text()).value_or(std::vector<int>());
    plan.repeats = m_repeats->value();
    plan.warmUp = static_cast<quint32>(m_warmUp->value());
    plan.maxFailureShare = m_failures->value() / kPercent;
    plan.maxP95Ms = m_p95->value();
    return plan;
}

bool SweepSettings::valid() const
{
    return plan().validate().isEmpty();
}

void SweepSettings::setPlan(const SweepPlan &plan)
{
    {
        const std::array blockers {QSignalBlocker(m_sample),   QSignalBlocker(m_size),    QSignalBlocker(m_seed),
                                   QSignalBlocker(m_levels),   QSignalBlocker(m_repeats), QSignalBlocker(m_warmUp),
                                   QSignalBlocker(m_failures), QSignalBlocker(m_p95)};
        m_sample->setCurrentIndex(static_cast<int>(plan.sample));
        m_size->setValue(static_cast<int>(std::min<quint32>(plan.sampleSize, kMostUrls)));
        m_seed->setValue(static_cast<int>(std::min<quint64>(plan.seed, std::numeric_limits<int>::max())));
        m_levels->setText(textOf(plan.levels));
        m_levels->setCursorPosition(0);
        m_repeats->setValue(plan.repeats);
        m_warmUp->setValue(static_cast<int>(std::min<quint32>(plan.warmUp, kMostUrls)));
        m_failures->setValue(plan.maxFailureShare * kPercent);
        m_p95->setValue(plan.maxP95Ms);
    }
    onEdited();
}

void SweepSettings::setUrls(quint64 urls)
{
    if (urls == m_urls)
        return;
    m_urls = urls;
    judge();
}

void SweepSettings::onEdited()
{
    m_size->setEnabled(m_sample->currentIndex() != static_cast<int>(SweepPlan::Sample::All));

    judge();
    Q_EMIT changed();
}

QString SweepSettings::problem() const
{
    if (!levelsOf(m_levels->text()))
        return tr("Up to %1 numbers from 1 to %2, as in 1, 2, 5, 10.")
            .arg(format::number(SweepPlan::kMostLevels), format::number(CrawlLimits::kMaxInFlight));
    if (plan().validate().contains("warm_up"_L1))
        return tr("The warm-up leaves nothing of the sample: make it smaller.");
    return {};
}

void SweepSettings::judge()
{
    const QString wrong = problem();
    const bool levelsWrong = !levelsOf(m_levels->text());
    if (m_levels->property("invalid").toBool() != levelsWrong) {
        m_levels->setProperty("invalid", levelsWrong);
        m_levels->style()->unpolish(m_levels);
        m_levels->style()->polish(m_levels);
    }
    if (!wrong.isEmpty()) {
        m_verdict->setMessage(FieldMessage::Kind::Error, wrong);
        return;
    }
    const SweepPlan now = plan();
    const quint64 sample = now.sample == SweepPlan::Sample::All ? m_urls
        : m_urls == 0                                           ? now.sampleSize
                                                                : std::min<quint64>(m_urls, now.sampleSize);
    const auto wanted = static_cast<quint64>(now.levels.back()) * kFewestPerSlot;
    const QString text = sweeptexts::plan(now, m_urls);
    const bool dry = sample > 0 && sample < wanted;
    if (!dry) {
        m_verdict->setMessage(FieldMessage::Kind::Hint, text);
        return;
    }
    const QString few = tr("Few URLs for %1 in flight: %2 or more would say what that level can do.")
                            .arg(format::number(static_cast<quint64>(now.levels.back())), format::number(wanted));
    m_verdict->setMessage(FieldMessage::Kind::Warning, sweeptexts::joined(text, few));
}

void SweepSettings::retranslateFields()
{
    const QSignalBlocker blocker(m_sample);
    m_sample->setItemText(0, tr("Random"));
    m_sample->setItemText(1, tr("The first"));
    m_sample->setItemText(2, tr("All"));
    m_failures->setSuffix(tr(" %"));
    m_p95->setSuffix(tr(" ms"));
    m_p95->setSpecialValueText(tr("never"));
    // In the order of m_rows.
    const std::array<std::pair<QString, QString>, 8> texts {
        {{tr("Levels"),
          tr("Limits on requests in flight to try, e.g. 1, 2, 5, 10. The limit per host is the level, unless you set "
             "one.")},
         {tr("Repeats"), tr("Runs of each level, in mixed order; what they differ by gives the intervals")},
         {tr("Which URLs"), tr("The same URLs of the list are fetched in every run")},
         {tr("How many"), tr("URLs of each run, warm-up included")},
         {tr("Seed"), tr("The same seed picks the same URLs and the same order of levels")},
         {tr("Warm-up"), tr("The first URLs that end in a run are not counted")},
         {tr("Stop at failures"),
          tr("A level where more of the URLs fail is cut short, and higher ones are left out. 100%: never")},
         {tr("Stop at p95"),
          tr("A level where 95% of the URLs take longer than this is cut short, and higher ones are left out")}}};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto &[name, help] = texts.at(i);
        const auto &[label, field] = m_rows.at(i);
        label->setText(name);
        label->setToolTip(help);
        field->setToolTip(help);
        field->setAccessibleName(name);
        field->setAccessibleDescription(help);
    }
}

void SweepSettings::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateFields();
        judge();
    }
    QWidget::changeEvent(event);
}

} // namespace crawlscope::gui
