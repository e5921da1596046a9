// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/pages/tile.h"
#include "gui/pages/timingview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>

namespace crawlscope::test {

/// Every text a window or one of its tabs shows or reads out, one a line with where it stands: for comparing two
/// windows.
class VisibleTexts
{
public:
    [[nodiscard]] static QStringList of(QWidget *root)
    {
        VisibleTexts texts;
        texts.addWidget(root);
        for (const QObject *child : root->findChildren<QObject *>()) {
            if (const auto *action = qobject_cast<const QAction *>(child))
                texts.addAction(action);
            else if (child->isWidgetType() && !passing(static_cast<const QWidget *>(child)))
                texts.addWidget(static_cast<const QWidget *>(child));
        }
        return texts.m_lines;
    }

private:
    /// What cannot be reached now, pages of a tab widget apart; menus made for the moment, popups of combo boxes.
    static bool passing(const QWidget *widget)
    {
        for (const QWidget *at = widget; at != nullptr; at = at->parentWidget()) {
            const QByteArray name = at->metaObject()->className();
            if (name.contains("QComboBoxPrivateContainer") || name.contains("LineEditIconButton") || name == "QTipLabel"
                || name == "QMenu")
                return true;
            const QWidget *parent = at->parentWidget();
            const bool page = parent != nullptr && parent->objectName() == QLatin1String("qt_tabwidget_stackedwidget");
            if (at->isHidden() && !page)
                return true;
        }
        return false;
    }
    void add(const QObject *object, const char *what, const QString &text)
    {
        if (text.isEmpty())
            return;
        m_lines << QStringLiteral("%1 %2 %3: %4")
                       .arg(QString::fromLatin1(object->metaObject()->className()), object->objectName(),
                            QString::fromLatin1(what), text);
    }
    void addAction(const QAction *action)
    {
        add(action, "text", action->text());
        add(action, "icon text", action->iconText());
        add(action, "tool tip", action->toolTip());
    }
    void addWidget(const QWidget *widget)
    {
        add(widget, "tool tip", widget->toolTip());
        add(widget, "name", widget->accessibleName());
        add(widget, "description", widget->accessibleDescription());
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            add(widget, "text", label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            add(widget, "text", button->text());
        if (const auto *group = qobject_cast<const QGroupBox *>(widget))
            add(widget, "title", group->title());
        if (const auto *dock = qobject_cast<const QDockWidget *>(widget))
            add(widget, "title", dock->windowTitle());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
            add(widget, "text", edit->text());
            add(widget, "placeholder", edit->placeholderText());
        }
        if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
            add(widget, "placeholder", edit->placeholderText());
        if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(widget))
            add(widget, "value", spin->text());
        if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < combo->count(); ++i) {
                add(widget, "item", combo->itemText(i));
                add(widget, "item's tool tip", combo->itemData(i, Qt::ToolTipRole).toString());
            }
        }
        if (const auto *tabs = qobject_cast<const QTabWidget *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                add(widget, "tab", tabs->tabText(i));
                add(widget, "tab's tool tip", tabs->tabToolTip(i));
            }
        }
        if (const auto *tile = qobject_cast<const gui::Tile *>(widget)) {
            add(widget, "value", tile->valueText());
            add(widget, "note", tile->note());
        }
        if (const auto *timing = qobject_cast<const gui::TimingView *>(widget)) {
            for (const auto &[name, figure] : timing->figures())
                add(widget, qPrintable(name), figure);
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            addCells(view);
    }
    void addCells(const QAbstractItemView *view)
    {
        const QAbstractItemModel *model = view->model();
        if (model == nullptr || qobject_cast<const QHeaderView *>(view) != nullptr)
            return;
        const int rows = std::min(model->rowCount(), 30);
        for (int column = 0; column < model->columnCount(); ++column) {
            add(view, "header", model->headerData(column, Qt::Horizontal).toString());
            add(view, "header's tool tip", model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
            for (int row = 0; row < rows; ++row) {
                const QModelIndex index = model->index(row, column);
                add(view, "cell", index.data().toString());
                add(view, "cell's tool tip", index.data(Qt::ToolTipRole).toString());
                add(view, "cell's name", index.data(Qt::AccessibleTextRole).toString());
            }
        }
    }

    QStringList m_lines;
};

} // namespace crawlscope::test
