// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportjob.h"

#include <QDialog>

#include <memory>

namespace crawlscope::gui {

namespace Ui {
    class ExportDialog;
}

/// What the user wants exported, and where to.
struct ExportRequest
{
    enum class Scope : quint8 { AllLines, Filtered, Selected };
    Scope scope = Scope::AllLines;
    QString path;
    ExportOptions options;
};

/// Rows that each scope has to offer.
struct ExportCounts
{
    quint64 allLines = 0;
    quint64 filtered = 0;
    quint64 selected = 0;
    bool filterActive = false; ///< else the view is the same as all ended rows
    bool list = false; ///< what is shown is a list of its own: all lines are no choice
};

/// Asks for scope, format and file. Non-modal use: open() or show() and accepted(). Thread: GUI.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// `folder`: where the file chooser begins; empty: the documents folder.
    explicit ExportDialog(const ExportCounts &counts, const QString &folder = {}, QWidget *parent = nullptr);
    ~ExportDialog() override;
    [[nodiscard]] ExportRequest request() const;
    void setRequest(const ExportRequest &request); ///< e.g. the choices of last time

private:
    void browse();
    void formatChosen();
    void pathEdited();
    void update();
    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] static QString nameOf(ExportFormat format);
    [[nodiscard]] static QString helpOf(ExportFormat format); ///< what it is good for, in a sentence

    std::unique_ptr<Ui::ExportDialog> ui;
    QString m_folder;
};

} // namespace crawlscope::gui
