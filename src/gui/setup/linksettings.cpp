// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/linksettings.h"

#include "gui/format.h"
#include "gui/setup/fieldmessage.h"
#include "ui_linksettings.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr int kExpressionLines = 2;
    constexpr int kAny = -1; // of the depth's box
    // In the order of the boxes.
    constexpr std::array<ScopeArea, 4> kAreas {ScopeArea::SameHost, ScopeArea::SameSite, ScopeArea::SameFolder,
                                               ScopeArea::Anywhere};
    constexpr std::array<NofollowRule, 3> kNofollow {NofollowRule::Skip, NofollowRule::Check, NofollowRule::Ignore};
    // In the order of the fields.
    constexpr std::array<ScopeError::List, 4> kListOrder {ScopeError::List::Include, ScopeError::List::Exclude,
                                                          ScopeError::List::FollowInclude,
                                                          ScopeError::List::FollowExclude};

    template<std::size_t N, typename T>
    int indexOf(const std::array<T, N> &values, T value)
    {
        return static_cast<int>(std::find(values.begin(), values.end(), value) - values.begin());
    }

    template<std::size_t N, typename T>
    T valueAt(const std::array<T, N> &values, int index)
    {
        return values.at(static_cast<std::size_t>(std::max(index, 0)));
    }

} // namespace

LinkSettings::LinkSettings(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LinkSettings>())
    , m_hint(new FieldMessage(theme, this))
    , m_sitemapMessage(new FieldMessage(theme, this))
{
    m_ui->setupUi(this);
    m_ui->outerLayout->insertWidget(1, m_hint);
    m_ui->depth->setRange(kAny, ScopeRules::kMostDepth - 1);
    m_ui->maxUrls->setRange(0, static_cast<int>(FollowConfig::kMostUrls));
    m_ui->maxUrls->setGroupSeparatorShown(true);
    for (std::size_t i = 0; i < kAreas.size(); ++i)
        m_ui->area->addItem(QString());
    for (std::size_t i = 0; i < kNofollow.size(); ++i)
        m_ui->nofollow->addItem(QString());
    m_ui->sitemap->setFixedHeight(fontMetrics().lineSpacing() * kExpressionLines + 2 * Space::s);
    m_ui->rulesLayout->addWidget(m_sitemapMessage);
    buildExpressions(theme);
    retranslate();
    setConfig(CrawlConfig());
    connectFields();
}

LinkSettings::~LinkSettings() = default;

void LinkSettings::buildExpressions(const Theme &theme)
{
    static constexpr std::array<const char *, kLists> kNames {"include", "exclude", "followInclude", "followExclude"};
    for (std::size_t i = 0; i < kLists; ++i) {
        auto *edit = new QPlainTextEdit(m_ui->rules);
        edit->setObjectName(QString::fromLatin1(kNames.at(i)));
        edit->setTabChangesFocus(true);
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
        edit->setFixedHeight(fontMetrics().lineSpacing() * kExpressionLines + 2 * Space::s);
        auto *label = new QLabel(m_ui->rules);
        label->setWordWrap(true);
        label->setBuddy(edit);
        auto *message = new FieldMessage(theme, m_ui->rules);
        m_ui->rulesLayout->addWidget(label);
        m_ui->rulesLayout->addWidget(edit);
        m_ui->rulesLayout->addWidget(message);
        m_expressions.at(i) = {kListOrder.at(i), label, edit, message};
    }
}

void LinkSettings::connectFields()
{
    for (QCheckBox *field : {m_ui->follow, m_ui->checkOutside, m_ui->resources, m_ui->sitemaps})
        connect(field, &QCheckBox::toggled, this, &LinkSettings::onChanged);
    for (QSpinBox *field : {m_ui->depth, m_ui->maxUrls})
        connect(field, &QSpinBox::valueChanged, this, &LinkSettings::onChanged);
    for (QComboBox *field : {m_ui->area, m_ui->nofollow})
        connect(field, &QComboBox::currentIndexChanged, this, &LinkSettings::onChanged);
    connect(m_ui->sitemap, &QPlainTextEdit::textChanged, this, &LinkSettings::onChanged);
    for (const Expressions &field : m_expressions)
        connect(field.edit, &QPlainTextEdit::textChanged, this, &LinkSettings::onChanged);
}

void LinkSettings::onChanged()
{
    if (m_filling)
        return;
    judge();
    enableFields();
    Q_EMIT changed();
}

bool LinkSettings::following() const
{
    return m_ui->follow->isChecked();
}

QStringList LinkSettings::expressions(const QPlainTextEdit *edit, QList<qsizetype> *lines)
{
    QStringList found;
    const QStringList text = edit->toPlainText().split(u'\n');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QString line = text[i].trimmed(); // no URL holds a space
        if (line.isEmpty())
            continue;
        found << line;
        if (lines != nullptr)
            lines->append(i);
    }
    return found;
}

QStringList *LinkSettings::listOf(ScopeRules *rules, ScopeError::List list)
{
    switch (list) {
    case ScopeError::List::Include:
        return &rules->check.include;
    case ScopeError::List::Exclude:
        return &rules->check.exclude;
    case ScopeError::List::FollowInclude:
        return &rules->follow.include;
    case ScopeError::List::FollowExclude:
        break;
    }
    return &rules->follow.exclude;
}

/// What is wrong with the list, in words; empty: nothing.
QString LinkSettings::problem(const Expressions &field)
{
    QList<qsizetype> lines;
    ScopeRules rules;
    *listOf(&rules, field.list) = expressions(field.edit, &lines);
    ScopeError error;
    if (UrlScope::make(rules, {}, &error))
        return {};
    const QString line = format::number(
        static_cast<quint64>(error.index >= 0 && error.index < lines.size() ? lines[error.index] : 0) + 1);
    switch (error.kind) {
    case ScopeError::Kind::TooMany:
        return tr("At most %Ln expression(s)", nullptr, ScopeRules::kMostExpressions);
    case ScopeError::Kind::TooLong:
        return tr("Line %1 is longer than %2 characters")
            .arg(line, format::number(static_cast<quint64>(ScopeRules::kLongestExpression)));
    default:
        return tr("Line %1, character %2: %3")
            .arg(line, format::number(static_cast<quint64>(std::max<qsizetype>(error.offset, 0)) + 1),
                 format::untrusted(error.detail.toUtf8()));
    }
}

void LinkSettings::judge()
{
    m_valid = true;
    for (Expressions &field : m_expressions) {
        const QString wrong = problem(field);
        field.valid = wrong.isEmpty();
        m_valid = m_valid && (field.valid || !following());
        field.message->setMessage(FieldMessage::Kind::Error, wrong);
        mark(field.edit, field.valid);
    }
    const QString wrong = sitemapProblem();
    m_sitemapsValid = wrong.isEmpty();
    m_valid = m_valid && (m_sitemapsValid || !following());
    m_sitemapMessage->setMessage(FieldMessage::Kind::Error, wrong);
    mark(m_ui->sitemap, m_sitemapsValid);
}

void LinkSettings::mark(QWidget *field, bool valid)
{
    if (field->property("invalid").toBool() != valid)
        return;
    field->setProperty("invalid", !valid);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

/// What is wrong with the sitemaps, in words; empty: nothing.
QString LinkSettings::sitemapProblem() const
{
    QList<qsizetype> lines;
    FollowConfig follow;
    follow.sitemapUrls = expressions(m_ui->sitemap, &lines);
    const qsizetype wrong = follow.wrongSitemap();
    if (wrong < 0)
        return {};
    if (wrong == FollowConfig::kMostSitemaps)
        return tr("At most %Ln sitemap(s)", nullptr, FollowConfig::kMostSitemaps);
    return tr("Line %1 is no http or https URL").arg(format::number(static_cast<quint64>(lines[wrong]) + 1));
}

void LinkSettings::readConfig(CrawlConfig *config) const
{
    FollowConfig &follow = config->follow;
    follow.enabled = following();
    follow.resources = m_ui->resources->isChecked();
    follow.sitemaps = m_ui->sitemaps->isChecked();
    follow.sitemapUrls = m_sitemapsValid || follow.enabled ? expressions(m_ui->sitemap) : QStringList();
    follow.traps = m_traps;
    ScopeRules &rules = follow.scope;
    rules.maxDepth = m_ui->depth->value() == kAny ? FollowConfig::kAnyDepth : m_ui->depth->value();
    rules.maxUrls = static_cast<quint64>(m_ui->maxUrls->value());
    rules.area = valueAt(kAreas, m_ui->area->currentIndex());
    rules.nofollow = valueAt(kNofollow, m_ui->nofollow->currentIndex());
    rules.checkOutside = m_ui->checkOutside->isChecked();
    for (const Expressions &field : m_expressions)
        *listOf(&rules, field.list) = field.valid || follow.enabled ? expressions(field.edit) : QStringList();
}

void LinkSettings::setConfig(const CrawlConfig &config)
{
    m_filling = true;
    const FollowConfig &follow = config.follow;
    ScopeRules rules = follow.scope;
    m_traps = follow.traps;
    m_ui->follow->setChecked(follow.enabled);
    m_ui->resources->setChecked(follow.resources);
    m_ui->sitemaps->setChecked(follow.sitemaps);
    if (follow.sitemapUrls != expressions(m_ui->sitemap))
        m_ui->sitemap->setPlainText(follow.sitemapUrls.join(u'\n'));
    m_ui->depth->setValue(rules.maxDepth >= FollowConfig::kAnyDepth ? kAny : rules.maxDepth);
    m_ui->maxUrls->setValue(static_cast<int>(std::min(rules.maxUrls, FollowConfig::kMostUrls)));
    m_ui->area->setCurrentIndex(indexOf(kAreas, rules.area));
    m_ui->nofollow->setCurrentIndex(indexOf(kNofollow, rules.nofollow));
    m_ui->checkOutside->setChecked(rules.checkOutside);
    for (const Expressions &field : m_expressions) {
        const QStringList wanted = *listOf(&rules, field.list);
        if (wanted != expressions(field.edit))
            field.edit->setPlainText(wanted.join(u'\n'));
    }
    m_filling = false;
    judge();
    enableFields();
}

void LinkSettings::showRobots(RobotsMode mode, bool byFollowing)
{
    m_robots = mode;
    m_robotsByFollowing = byFollowing;
    refreshHint();
}

void LinkSettings::refreshHint()
{
    QString text;
    FieldMessage::Kind kind = FieldMessage::Kind::Hint;
    if (m_running)
        text = tr("Fixed while a run goes on.");
    else if (following() && m_robotsByFollowing)
        text = tr("robots.txt is obeyed while links are followed, unless you choose otherwise under Politeness.");
    else if (following() && m_robots != RobotsMode::Obey) {
        kind = FieldMessage::Kind::Warning;
        text = tr("robots.txt is not obeyed, as chosen under Politeness.");
    } else if (!following())
        text = tr("Only the URLs of the list are fetched.");
    m_hint->setMessage(kind, text);
}

void LinkSettings::enableFields()
{
    m_ui->follow->setEnabled(!m_running);
    m_ui->rules->setEnabled(!m_running && following());
    refreshHint();
}

void LinkSettings::focusProblem()
{
    for (const Expressions &field : m_expressions) {
        if (!field.valid)
            return field.edit->setFocus(Qt::OtherFocusReason);
    }
    if (!m_sitemapsValid)
        m_ui->sitemap->setFocus(Qt::OtherFocusReason);
}

void LinkSettings::setRunning(bool running)
{
    m_running = running;
    enableFields();
}

void LinkSettings::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        judge();
        refreshHint();
    }
    QWidget::changeEvent(event);
}

void LinkSettings::retranslate()
{
    const std::array<QString, kAreas.size()> areas {tr("Same host"), tr("Same domain"), tr("Same folder"),
                                                    tr("Everywhere")};
    for (int i = 0; i < m_ui->area->count(); ++i)
        m_ui->area->setItemText(i, areas.at(static_cast<std::size_t>(i)));
    const std::array<QString, kNofollow.size()> rules {tr("Leave out"), tr("Check only"), tr("Like others")};
    for (int i = 0; i < m_ui->nofollow->count(); ++i)
        m_ui->nofollow->setItemText(i, rules.at(static_cast<std::size_t>(i)));
    const std::array<QString, kLists> labels {tr("Check only links that match, one expression per line"),
                                              tr("Do not check links that match"), tr("Follow only links that match"),
                                              tr("Do not follow links that match")};
    const QString help = tr("Regular expressions, found anywhere in the URL unless anchored; upper and lower case "
                            "differ unless it begins with (?i)");
    static constexpr std::array<const char *, kLists> kKeys {"include", "exclude", "follow_include", "follow_exclude"};
    const auto explain = [](QWidget *field, const QString &text, const char *key) {
        field->setToolTip(tr("%1\nName in profiles: %2").arg(text, QString::fromLatin1(key)));
    };
    for (std::size_t i = 0; i < kLists; ++i) {
        m_expressions.at(i).label->setText(labels.at(i));
        m_expressions.at(i).edit->setAccessibleName(labels.at(i));
        explain(m_expressions.at(i).edit, help, kKeys.at(i));
    }
    explain(m_ui->follow, tr("What pages link to is fetched, too: the list is where it begins"), "follow");
    explain(m_ui->depth, tr("Links from the list to a page at most; 0 means only the list"), "depth");
    explain(m_ui->maxUrls, tr("URLs of the run, the list included; 0 means no limit"), "max_urls");
    explain(m_ui->area,
            tr("Whose links are followed: pages of the hosts of the list, of their registrable domains, of the folders "
               "of its URLs and below, or all"),
            "scope");
    explain(m_ui->checkOutside, tr("Links that lead elsewhere are fetched once, but not followed"), "outside");
    explain(m_ui->nofollow, tr("Links marked nofollow, and those of pages that say so"), "nofollow");
    explain(m_ui->sitemaps,
            tr("Those that robots.txt names, else /sitemap.xml; their URLs are treated as links of the list"),
            "sitemaps");
    explain(m_ui->sitemap, tr("Read in any case; URLs of other hosts than those of the list are left out"), "sitemap");
    m_ui->sitemap->setAccessibleName(m_ui->sitemapLabel->text());
    explain(m_ui->resources, tr("Images, scripts, styles, media and the like are fetched, too"), "resources");
}

} // namespace crawlscope::gui
