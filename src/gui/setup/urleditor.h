// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/setup/listloader.h"
#include "gui/setup/verdicticons.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QMimeData;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace crawlscope::gui {

class FieldMessage;
class UrlListPane;
class UrlTextEdit;

/// The paste box: a short list is text with a verdict per line, a long one a table over the parsed list, because a
/// text document of a million lines freezes. Owns the input text, its verdicts and the loader. Reading, judging and
/// freeing happen in the loader's thread. Thread: GUI.
class UrlEditor : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kDebounceMs = 150;
    enum class Mode : quint8 { Text, List };

    explicit UrlEditor(const Theme &theme, QWidget *parent = nullptr);
    ~UrlEditor() override;

    [[nodiscard]] std::shared_ptr<const UrlList> list() const { return m_content.urls; } ///< never null
    /// True while verdicts of a newer text are on their way.
    [[nodiscard]] bool pending() const { return m_pending; }
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] Mode mode() const;
    void judgeNow(); ///< does not wait for the pause in typing

    void setText(const QByteArray &text); ///< replaces; can be undone
    /// Replaces; list() is then this very one. Can be undone.
    void setList(std::shared_ptr<const UrlList> urls);
    void openFiles(const QStringList &paths, bool append = false); ///< one CSV: asks for the column
    void chooseFile();
    void insertFrom(const QMimeData *source);
    void paste(); ///< from the clipboard
    void clear(); ///< can be undone
    void undo();
    void cancelLoading();
    void goToNext(LineVerdict verdict);
    void showError(const QString &text);
    /// The list kept for "Undo" is let go of, e.g. when a run starts.
    void forgetUndo();
    [[nodiscard]] ListLoader &loader() { return m_loader; }

    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString &folder) { m_folder = folder; } ///< where the file dialog opens

Q_SIGNALS:
    void listChanged(); ///< list() is of the text shown
    void pendingChanged(bool pending);
    void loadingEnded(bool ok); ///< a file or a big paste is in place, or was given up
    void demoRequested();
    void sessionDropped(const QString &path); ///< a session file, which is no list

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /// What a list is, apart from the widgets that show it.
    struct Content
    {
        QByteArray text; ///< in mode Text the document has it
        std::shared_ptr<const UrlList> urls;
        std::shared_ptr<const std::vector<quint32>> problems;
        bool editable = true;
        bool asList = false;
    };
    void buildWidgets();
    void buildProgressRow();
    void connectWidgets();
    void retranslate();
    void refreshIcons();
    void onTextEdited();
    void onLoaded(const std::shared_ptr<LoadedList> &loaded);
    void adopt(Content content);
    void setDocument(const QByteArray &text);
    void replaceWith(std::vector<TextPart> parts);
    void loadFiles(const QStringList &paths, int column);
    void askColumn(const CsvPreview &preview, const QString &path);
    void setPending(bool pending);
    void setLoading(bool loading);
    void keepForUndo();
    void drop(Content *content);
    [[nodiscard]] QByteArray currentText() const;
    [[nodiscard]] qint64 currentEntry() const;
    void refreshSummary();
    void refreshCurrentLine();
    void onProgress(qint64 done, qint64 total);

    const Theme &m_theme;
    ListLoader m_loader;
    QTimer m_debounce;
    Content m_content;
    Content m_undo;
    bool m_hasUndo = false;
    bool m_offerUndo = false; ///< the load under way replaces a list
    bool m_append = false;
    bool m_pending = false;
    bool m_loading = false;
    bool m_settingText = false;
    QString m_folder;

    QLabel *m_title = nullptr;
    QStackedWidget *m_stack = nullptr;
    UrlTextEdit *m_edit = nullptr;
    UrlListPane *m_pane = nullptr;
    QWidget *m_progressRow = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    FieldMessage *m_message = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_line = nullptr;
    QToolButton *m_clear = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_demo = nullptr;
};

} // namespace crawlscope::gui
