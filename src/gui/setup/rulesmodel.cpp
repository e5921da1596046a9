// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/rulesmodel.h"

#include "gui/format.h"

#include <QComboBox>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    RulesModel::RuleKind kindOf(const ExtractionRule &rule)
    {
        if (rule.type == ExtractionRule::Type::XPath)
            return RulesModel::XPath;
        return rule.scope == ExtractionRule::Scope::Text ? RulesModel::Text : RulesModel::Source;
    }

    void setKind(ExtractionRule *rule, int kind)
    {
        rule->type = kind == RulesModel::XPath ? ExtractionRule::Type::XPath : ExtractionRule::Type::Regex;
        rule->scope = kind == RulesModel::Text ? ExtractionRule::Scope::Text : ExtractionRule::Scope::Markup;
    }

} // namespace

RulesModel::RulesModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

QString RulesModel::kindName(RuleKind kind)
{
    switch (kind) {
    case Source:
        return tr("Source");
    case Text:
        return tr("Text");
    case XPath:
        return tr("XPath");
    }
    return {};
}

void RulesModel::setRules(const std::vector<ExtractionRule> &rules)
{
    beginResetModel();
    m_rules = rules;
    judge();
    endResetModel();
}

int RulesModel::add()
{
    if (full())
        return -1;
    const int row = rowCount();
    ExtractionRule rule;
    const auto taken = [this, &rule] {
        return std::any_of(m_rules.begin(), m_rules.end(), [&](const ExtractionRule &other) {
            return other.name.compare(rule.name, Qt::CaseInsensitive) == 0;
        });
    };
    int number = row + 1;
    do {
        rule.name = "rule" + QByteArray::number(number++);
    } while (taken());
    beginInsertRows({}, row, row);
    m_rules.push_back(std::move(rule));
    judge();
    endInsertRows();
    Q_EMIT edited();
    return row;
}

void RulesModel::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_rules.erase(m_rules.begin() + row);
    judge();
    endRemoveRows();
    Q_EMIT edited();
}

void RulesModel::judge()
{
    m_problem = PageConfig {.rules = m_rules}.compile().error;
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString RulesModel::ruleText(const ExtractionRule &rule, int column) const
{
    switch (column) {
    case Name:
        return format::untrusted(rule.name);
    case Kind:
        return kindName(kindOf(rule));
    case Pattern:
        return format::untrusted(rule.pattern);
    case All:
        return rule.all ? tr("all") : tr("first");
    default:
        return {};
    }
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ExtractionRule &rule = m_rules[static_cast<std::size_t>(index.row())];
    const bool bad = m_problem && m_problem->rule == index.row();
    switch (role) {
    case Qt::DisplayRole: // the box says it
        return index.column() == All ? QVariant() : QVariant(ruleText(rule, index.column()));
    case Qt::EditRole:
        if (index.column() == Name)
            return QString::fromUtf8(rule.name);
        if (index.column() == Pattern)
            return QString::fromUtf8(rule.pattern);
        return index.column() == Kind ? QVariant(static_cast<int>(kindOf(rule))) : QVariant(rule.all);
    case Qt::CheckStateRole:
        return index.column() == All ? QVariant(rule.all ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        return bad ? QVariant(m_theme.color(Token::Failed)) : QVariant();
    case Qt::ToolTipRole:
        return bad ? QVariant(problemText().toHtmlEscaped()) : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column: value")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), ruleText(rule, index.column()));
    default:
        return {};
    }
}

bool RulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    ExtractionRule rule = m_rules[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && index.column() == All)
        rule.all = value.toInt() == Qt::Checked;
    else if (role == Qt::EditRole && index.column() == Name)
        rule.name = value.toString().trimmed().toUtf8();
    else if (role == Qt::EditRole && index.column() == Kind)
        setKind(&rule, value.toInt());
    else if (role == Qt::EditRole && index.column() == Pattern)
        rule.pattern = value.toString().toUtf8();
    else
        return false;
    ExtractionRule &own = m_rules[static_cast<std::size_t>(index.row())];
    if (rule == own)
        return true;
    own = std::move(rule);
    judge();
    // The mark of a mistake may move to another rule.
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, kColumns - 1));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags RulesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return base | (index.column() == All ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool help = role == Qt::ToolTipRole;
    switch (section) {
    case Name:
        return help ? tr("Of the column in the results and the exports: letters, digits and _") : tr("Name");
    case Kind:
        return help ? tr("Source and Text are regular expressions, in what was received and in the visible text; XPath "
                         "1.0 is for HTML")
                    : tr("Kind");
    case Pattern:
        return help ? tr("What is looked for; of a regular expression the first group is taken, else all of it")
                    : tr("Expression");
    case All:
        return help ? tr("Every match, one a line, rather than the first") : tr("All");
    default:
        return {};
    }
}

QString RulesModel::patternProblem() const
{
    using Id = ExtractionError::Id;
    switch (m_problem->id) {
    case Id::EmptyPattern:
        return tr("the expression is empty");
    case Id::PatternTooLong:
        return tr("the expression has more than %1 bytes")
            .arg(format::number(static_cast<quint64>(ExtractionRules::kMaxPatternBytes)));
    case Id::PatternNotUtf8:
        return tr("the expression has characters that cannot be used");
    case Id::BadPattern: {
        QString why = format::untrusted(m_problem->detail);
        if (m_problem->offset < 0 || m_problem->rule < 0)
            return why;
        const QByteArray &pattern = m_rules[static_cast<std::size_t>(m_problem->rule)].pattern;
        const qsizetype before = QString::fromUtf8(pattern.left(m_problem->offset)).size();
        return tr("character %1: %2").arg(format::number(static_cast<quint64>(before) + 1), why);
    }
    default:
        return {};
    }
}

QString RulesModel::problemText() const
{
    using Id = ExtractionError::Id;
    if (!m_problem)
        return {};
    if (m_problem->rule < 0)
        return tr("At most %Ln rule(s)", nullptr, static_cast<int>(ExtractionRules::kMaxRules));
    QString what = patternProblem();
    if (m_problem->id == Id::BadName)
        what = tr("a name has letters (a to z), digits and _, no digit first, 32 at most");
    else if (m_problem->id == Id::DuplicateName)
        what = tr("there is another rule of this name");
    else if (m_problem->id == Id::ReservedName)
        what = tr("exports have a field of this name already");
    return tr("Rule %1, %2: %3", "number, name, what is wrong")
        .arg(format::number(static_cast<quint64>(m_problem->rule) + 1),
             format::untrusted(m_rules[static_cast<std::size_t>(m_problem->rule)].name.left(40)), what);
}

void RulesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

QWidget *RuleKindDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                        const QModelIndex & /*index*/) const
{
    auto *box = new QComboBox(parent);
    for (int kind = 0; kind < RulesModel::kKinds; ++kind)
        box->addItem(RulesModel::kindName(static_cast<RulesModel::RuleKind>(kind)));
    return box;
}

void RuleKindDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentIndex(index.data(Qt::EditRole).toInt());
}

void RuleKindDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentIndex());
}

} // namespace crawlscope::gui
