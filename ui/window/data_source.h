#pragma once

#include "ui/support/mnist_files.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

namespace rbm {

struct Dataset;
class LastFolder;
class MnistDownload;
class NoticeBar;
class Session;
struct WindowOptions;

/// Where the window's images come from: a folder, the starter digits that are
/// part of the program, or the download; tells the person through the notice bar.
class DataSource : public QObject {
    Q_OBJECT
public:
    DataSource(Session &session, NoticeBar &notices, LastFolder &lastFolder,
               const WindowOptions &options, QObject *parent);
    ~DataSource() override;

    /// Opens the data folder where it has images, else the starter digits.
    void openAtStart();
    /// The starter digits, where the data folder could not be read.
    void openAfterTrouble(const QString &sentence);
    void openFolder(const QString &folder);
    void openStarterDigits();
    /// Tells that a folder has no usable images; the starter digits, where there are no others.
    void tellWrongFolder(const QString &folder, const QString &sentence);
    /// Fetches MNIST into the data folder, then opens it.
    void download() { download(WrongFile::Keep); }
    /// Asks for a folder with a dialog; false where none was chosen.
    bool chooseFolder();
    /// Where the present images come from; empty: they are the starter digits.
    const QString &folder() const { return m_present; }

private:
    void useStarterDigits();
    void download(WrongFile wrong);
    void offerDownload(const QString &text, const QString &button,
                       WrongFile wrong = WrongFile::Keep, bool isTrouble = false);
    void folderOpened(const QString &folder);
    void tellOpened(const QString &what);
    void useDownload();
    void endDownload();
    void showProgress(qint64 received, qint64 total);

    Session &m_session;
    NoticeBar &m_notices;
    LastFolder &m_lastFolder;
    QString m_folder;
    bool m_isNamed; ///< by a person, who wants these images and no others
    QString m_present;
    QString m_wanted; ///< a folder that a person asked for, until it is open
    std::shared_ptr<const Dataset> m_wantedDigits; ///< starter digits that were asked for
    QString m_offer; ///< the notice that offers MNIST, no longer true once there are images
    QString m_name;
    QStringList m_mirrors;
    QPointer<MnistDownload> m_download;
};

} // namespace rbm
