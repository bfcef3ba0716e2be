// Takes the pictures of the documentation from the running program, on real images and without
// a display: three short runs, then each workspace at 1440 x 900.
//
//   QT_QPA_PLATFORM=offscreen take_pictures DATA FOLDER
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>
#include <QStyleFactory>
#include <QTabBar>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

namespace {

constexpr std::uint64_t kThreeEpochs = 3 * 750;
constexpr int kSettle = 1500; ///< ms until everything on a workspace was drawn

void wait(const std::function<bool()> &isSo) {
    while (!isSo())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void settle() {
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < kSettle)
        QApplication::processEvents(QEventLoop::AllEvents, 50);
}

class Photographer {
public:
    Photographer(const rbm::WindowOptions &options, QDir folder)
        : m_window(options), m_folder(std::move(folder)) {
        m_window.resize(1440, 900);
        m_window.show();
        wait([this] { return now().state == rbm::RunState::Idle; });
    }

    /// Trains as the preset says, until its end or that update.
    void train(const QString &preset, std::uint64_t until) {
        auto *presets = m_window.findChild<QComboBox *>(QStringLiteral("presetCombo"));
        presets->setCurrentIndex(presets->findText(preset));
        emit presets->activated(presets->currentIndex());
        settle();
        trigger("actionPlayPause");
        wait([&] { return now().update >= until || now().state == rbm::RunState::Finished; });
        if (now().state == rbm::RunState::Training)
            trigger("actionPlayPause");
        wait([this] { return now().state != rbm::RunState::Training; });
        settle();
    }
    void restart() {
        trigger("actionRestart");
        wait([this] { return now().state == rbm::RunState::Idle && now().update == 0; });
    }
    void runChains() {
        open(2);
        wait([this] { return now().chains.count == 100; });
        m_window.findChild<QAbstractButton *>(QStringLiteral("chainPlayPause"))->click();
        wait([this] { return now().chains.live == 3000 && !now().chains.running; });
    }
    void take(int workspace, const char *name) {
        open(workspace);
        settle();
        m_window.grab().save(m_folder.filePath(QLatin1String(name)));
    }

private:
    const rbm::TrainingSnapshot &now() { return m_window.session().snapshot(); }
    void trigger(const char *action) {
        m_window.findChild<QAction *>(QLatin1String(action))->trigger();
    }
    void open(int workspace) {
        m_window.findChild<QTabBar *>(QStringLiteral("workspaceTabs"))->setCurrentIndex(workspace);
    }

    rbm::MainWindow m_window;
    QDir m_folder;
};

} // namespace

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: take_pictures DATA FOLDER\n");
        return 2;
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    rbm::loadFonts();
    QApplication::setFont(rbm::textFont());
    const QTemporaryDir runs;
    rbm::WindowOptions options;
    options.dataFolder = QString::fromLocal8Bit(argv[1]);
    options.dataName = QStringLiteral("MNIST");
    options.runsFolder = runs.path();
    options.keepSettings = false;
    Photographer photographer(options, QDir(QString::fromLocal8Bit(argv[2])));
    photographer.train(QStringLiteral("Classic PCD-30"), kThreeEpochs);
    photographer.restart();
    photographer.train(QStringLiteral("CD-1"), kThreeEpochs);
    photographer.restart();
    photographer.train(QStringLiteral("Fast look"), 4 * 750);
    photographer.take(0, "train.png");
    photographer.take(1, "filters.png");
    photographer.runChains();
    photographer.take(2, "gibbs.png");
    photographer.take(3, "runs.png");
    return 0;
}
