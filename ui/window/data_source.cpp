#include "ui/window/data_source.h"

#include "engine/data/idx.h"
#include "ui/session/session.h"
#include "ui/support/mnist_download.h"
#include "ui/support/starter_digits.h"
#include "ui/window/last_folder.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QFileDialog>
#include <QLocale>

#include <memory>
#include <utility>
#include <vector>

namespace rbm {

DataSource::DataSource(Session &session, NoticeBar &notices, LastFolder &lastFolder,
                       const WindowOptions &options, QObject *parent)
    : QObject(parent), m_session(session), m_notices(notices), m_lastFolder(lastFolder),
      m_folder(options.dataFolder), m_isNamed(options.dataIsNamed), m_name(options.dataName),
      m_mirrors(options.mirrors) {
    connect(&m_session, &Session::folderOpened, this, &DataSource::folderOpened);
    connect(&m_session, &Session::dataChanged, this, [this] {
        m_present.clear(); // folderOpened() comes next where they are from one
        if (m_session.data().train == m_wantedDigits)
            tellOpened(tr("the compiled-in digits"));
    });
}

DataSource::~DataSource() = default;

void DataSource::openAtStart() {
    if (hasDataFiles(m_folder.toStdString())) {
        m_session.loadFolder(m_folder, m_name);
        return;
    }
    if (const std::string trouble = troubleWithFolder(m_folder.toStdString()); !trouble.empty()) {
        openAfterTrouble(tr("The folder %1 cannot be opened: %2.")
                             .arg(m_folder, QString::fromStdString(trouble)));
        return;
    }
    if (m_isNamed) {
        openAfterTrouble(tr("There are no images (IDX files) in %1.").arg(m_folder));
        return;
    }
    useStarterDigits();
    offerDownload(tr("MNIST is not on this computer yet (about 11 MB). Until then you train on "
                     "2,500 of its digits."),
                  tr("Get MNIST"));
}

void DataSource::openAfterTrouble(const QString &sentence) { tellWrongFolder({}, sentence); }

void DataSource::tellWrongFolder(const QString &folder, const QString &sentence) {
    std::vector<NoticeBar::Action> actions;
    // Elsewhere files may be what their owner wants, though this program cannot use them.
    if (!m_name.isEmpty() && folder == m_folder)
        actions.emplace_back(tr("Download again"), [this] { download(WrongFile::Replace); });
    actions.emplace_back(tr("Choose folder"), [this] { chooseFolder(); });
    QString text = sentence;
    if (m_session.data().train == nullptr) {
        useStarterDigits();
        text = tr("%1 Until then you train on 2,500 digits of MNIST.").arg(sentence);
    }
    m_notices.showNotice(NoticeBar::Kind::Warning, text, actions);
}

void DataSource::useStarterDigits() { m_session.setData(loadStarterDigits()); }

void DataSource::offerDownload(const QString &text, const QString &button, WrongFile wrong,
                               bool isTrouble) {
    m_notices.showNotice(isTrouble ? NoticeBar::Kind::Warning : NoticeBar::Kind::Information, text,
                         {{button, [this, wrong] { download(wrong); }},
                          {tr("Choose folder"), [this, text, button, wrong, isTrouble] {
                               if (!chooseFolder()) // nothing else was done about it
                                   offerDownload(text, button, wrong, isTrouble);
                           }}});
    m_offer = text;
}

void DataSource::folderOpened(const QString &folder) {
    m_present = folder;
    if (!m_offer.isEmpty() && m_notices.text() == m_offer)
        m_notices.hide();
    m_offer.clear();
    if (std::exchange(m_wanted, QString()) == folder)
        tellOpened(folder);
}

void DataSource::openStarterDigits() {
    const DatasetPair digits = loadStarterDigits();
    m_wantedDigits = digits.train;
    m_session.setData(digits);
}

/// In place of what was said of other images or a run with them, which is over.
void DataSource::tellOpened(const QString &what) {
    const auto count = [](const std::shared_ptr<const Dataset> &images) {
        return QLocale().toString(static_cast<qulonglong>(images->count()));
    };
    const DatasetPair &data = m_session.data();
    m_notices.showNotice(NoticeBar::Kind::Information,
                         tr("Opened %1: %2 training and %3 test images.")
                             .arg(what, count(data.train), count(data.test)));
}

void DataSource::openFolder(const QString &folder) {
    m_wanted = folder;
    m_session.loadFolder(folder, folder == m_folder ? m_name : QString());
}

bool DataSource::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(
        m_notices.window(), tr("A folder with IDX files (train-images-idx3-ubyte …)"),
        m_lastFolder.path());
    if (folder.isEmpty())
        return false;
    m_lastFolder.chose(folder);
    openFolder(folder);
    return true;
}

void DataSource::download(WrongFile wrong) {
    if (m_download != nullptr)
        return;
    m_download = new MnistDownload(
        m_folder, m_mirrors.isEmpty() ? MnistDownload::defaultMirrors() : m_mirrors, this);
    if (wrong == WrongFile::Replace)
        m_download->replaceWrongFiles();
    connect(m_download, &MnistDownload::progressed, this, &DataSource::showProgress);
    connect(m_download, &MnistDownload::finished, this, [this] {
        endDownload();
        useDownload();
    });
    connect(m_download, &MnistDownload::failed, this, [this, wrong](const QString &sentence) {
        endDownload();
        offerDownload(sentence, tr("Retry"), wrong, true);
    });
    connect(m_download, &MnistDownload::cancelled, this, [this, wrong] {
        endDownload();
        offerDownload(MnistDownload::cancelledSentence(), tr("Get MNIST"), wrong);
    });
    m_notices.showNotice(NoticeBar::Kind::Information, tr("Getting MNIST…"),
                         {{tr("Cancel"), [this] {
                               if (m_download != nullptr)
                                   m_download->cancel();
                           }}});
    m_notices.setProgress(0);
    m_download->start();
}

/// At once where nothing is lost from sight by it; a run that is begun is not taken away.
void DataSource::useDownload() {
    const TrainingSnapshot &now = m_session.snapshot();
    const bool begun = now.state != RunState::NoData && now.update > 0 && !now.onShow;
    const auto use = [this] { m_session.loadFolder(m_folder, tr("MNIST")); };
    const QString here = tr("MNIST is here: 60,000 training and 10,000 test digits.");
    if (!begun) {
        m_notices.showNotice(NoticeBar::Kind::Information, here);
        use();
        return;
    }
    m_notices.showNotice(NoticeBar::Kind::Information,
                         tr("%1 The present run goes on with its images.").arg(here),
                         {{tr("Begin with MNIST"), use}});
}

void DataSource::endDownload() {
    m_download->deleteLater();
    m_download = nullptr;
}

void DataSource::showProgress(qint64 received, qint64 total) {
    if (total > 0)
        m_notices.setProgress(static_cast<double>(received) / static_cast<double>(total));
}

} // namespace rbm
