# Qt's and the standard library's headers are most of what a source costs to compile: parsed once per kind of target.
# ccache needs its sloppiness set for them (scripts/lib.sh) and -fpch-preprocess with GCC.
option(CRAWLSCOPE_PCH "Use precompiled headers" ON)

set(crawlscope_pch_core
  <QByteArray> <QDateTime> <QHash> <QJsonDocument> <QJsonObject> <QList> <QNetworkAccessManager> <QNetworkReply>
  <QNetworkRequest> <QObject> <QSet> <QString> <QThread> <QTimer> <QUrl>
  <algorithm> <array> <atomic> <functional> <memory> <mutex> <optional> <string> <unordered_map> <vector>)
set(crawlscope_pch_gui ${crawlscope_pch_core}
  <QAbstractTableModel> <QAction> <QApplication> <QComboBox> <QFileDialog> <QLabel> <QLineEdit> <QMainWindow>
  <QPainter> <QPlainTextEdit> <QPushButton> <QSettings> <QSpinBox> <QTableView> <QToolButton> <QVBoxLayout>)

# crawlscope_precompile(TARGET core|gui)
function(crawlscope_precompile target kind)
  if(CRAWLSCOPE_PCH)
    target_precompile_headers(${target} PRIVATE ${crawlscope_pch_${kind}})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      target_compile_options(${target} PRIVATE -fpch-preprocess)
    endif()
  endif()
endfunction()
