// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/pageconfig.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include <optional>
#include <vector>

namespace crawlscope::gui {

/// Extraction rules, to be edited; they are judged with every change. Thread: GUI.
class RulesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Pattern, All };
    static constexpr int kColumns = 4;
    /// What the user chooses: in the source, in the visible text, XPath.
    enum RuleKind { Source, Text, XPath };
    static constexpr int kKinds = 3;
    [[nodiscard]] static QString kindName(RuleKind kind);

    explicit RulesModel(const Theme &theme, QObject *parent = nullptr);

    void setRules(const std::vector<ExtractionRule> &rules); ///< silent
    [[nodiscard]] const std::vector<ExtractionRule> &rules() const { return m_rules; }
    [[nodiscard]] bool full() const { return m_rules.size() >= ExtractionRules::kMaxRules; }
    int add(); ///< its row, with a name of its own; -1: full
    void remove(int row);
    /// What is wrong with the rules; nullopt: nothing.
    [[nodiscard]] const std::optional<ExtractionError> &problem() const { return m_problem; }
    [[nodiscard]] QString problemText() const; ///< with the rule and the place; empty: nothing is wrong
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void edited();

private:
    void judge();
    [[nodiscard]] QString ruleText(const ExtractionRule &rule, int column) const;
    [[nodiscard]] QString patternProblem() const; ///< empty: it is something else

    const Theme &m_theme;
    std::vector<ExtractionRule> m_rules;
    std::optional<ExtractionError> m_problem;
};

/// Chooses the kind of a rule from a list. Thread: GUI.
class RuleKindDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace crawlscope::gui
