// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/requestbody.h"
#include "gui/theme/theme.h"

#include <QByteArray>
#include <QFutureWatcher>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace crawlscope::gui {

class FieldMessage;

/// Editor of the request body: none, text, JSON (checked while typed) or a file. A file is read in a thread of the
/// global pool and kept; later changes of the file are not seen. Thread: GUI.
class BodyEditor : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 kMaxFileBytes = 64LL * 1024 * 1024;
    using Kind = RequestBody::Kind;

    explicit BodyEditor(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] Kind kind() const;
    void setKind(Kind kind);
    [[nodiscard]] QByteArray body() const;
    [[nodiscard]] QByteArray contentType() const;
    /// Chooses the kind that shows `body` best.
    void setBody(const QByteArray &body, const QByteArray &contentType);
    /// What to remember; nothing (with a hint beside the field) when the text is too long for that.
    [[nodiscard]] RequestBody stored() const;
    void restore(const RequestBody &body); ///< a file is read again
    void openFile(const QString &path);
    [[nodiscard]] bool reading() const { return m_reading && kind() == Kind::File; } ///< the file, for the moment
    [[nodiscard]] QString problem() const; ///< empty: usable
    void focusProblem();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct FileContent
    {
        QByteArray bytes;
        QString error; ///< the system's own words
        bool tooLarge = false;
        bool failed = false;
    };
    [[nodiscard]] static FileContent readFile(const QString &path);
    void chooseFile();
    void onFileRead();
    void retranslate();
    void refresh();
    [[nodiscard]] bool tooLongToStore() const;
    [[nodiscard]] QString jsonProblem() const;
    [[nodiscard]] QString fileProblem() const;

    QComboBox *m_kind;
    QLineEdit *m_contentType;
    QPlainTextEdit *m_text;
    QWidget *m_fileRow;
    QLabel *m_fileName;
    QPushButton *m_browse;
    FieldMessage *m_message;
    QString m_path;
    FileContent m_file;
    bool m_reading = false;
    QFutureWatcher<FileContent> m_watcher;
};

} // namespace crawlscope::gui
