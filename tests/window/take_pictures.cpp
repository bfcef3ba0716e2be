// Takes the pictures of the documentation from the running program, on real images and without
// a display, each workspace at 1440 x 900: Train and Runs after some epochs of three presets,
// Filters and Gibbs explorer with the bundled model. Takes some minutes.
//
//   QT_QPA_PLATFORM=offscreen take_pictures DATA FOLDER
#include "ui/theme/theme.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QPixmap>
#include <QStyleFactory>
#include <QTabBar>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

namespace {

constexpr std::uint64_t kEpoch = 750; ///< updates
constexpr int kSettle = 1500;         ///< ms until everything on a workspace was drawn

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

    /// Trains as the preset says, until its end or that update; goes on in the latter case.
    void train(const QString &preset, std::uint64_t until) {
        auto *presets = m_window.findChild<QComboBox *>(QStringLiteral("presetCombo"));
        presets->setCurrentIndex(presets->findText(preset));
        emit presets->activated(presets->currentIndex());
        settle();
        trigger("actionPlayPause");
        wait([&] { return now().update >= until || now().state == rbm::RunState::Finished; });
    }
    void pause() {
        if (now().state == rbm::RunState::Training)
            trigger("actionPlayPause");
        wait([this] { return now().state != rbm::RunState::Training; });
        settle();
        const auto *status = m_window.findChild<QLabel *>(QStringLiteral("statusText"));
        wait([status] { return !status->text().contains(QLatin1String("Checking")); });
    }
    void restart() {
        trigger("actionRestart");
        wait([this] { return now().state == rbm::RunState::Idle && now().update == 0; });
    }
    void openBundledModel() {
        trigger("actionBundledModel");
        settle();
    }
    void pinFilter(int tile) {
        open(1);
        settle();
        auto *filters = m_window.findChild<rbm::TileView *>(QStringLiteral("largeFilterView"));
        emit filters->selectionChanged(tile);
        emit filters->tileClicked(tile);
        for (int turn = 0; turn < 4; ++turn) // it looks at all training images
            settle();
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

void takeTraining(Photographer &photographer) {
    photographer.train(QStringLiteral("CD-1"), 8 * kEpoch);
    photographer.pause();
    photographer.restart();
    photographer.train(QStringLiteral("Fast look"), 4 * kEpoch);
    photographer.pause();
    photographer.restart();
    photographer.train(QStringLiteral("Classic PCD-30"), 10 * kEpoch);
    photographer.take(0, "train.png");
    photographer.pause();
    photographer.take(3, "runs.png");
}

void takeModel(Photographer &photographer) {
    photographer.openBundledModel();
    photographer.pinFilter(12);
    photographer.take(1, "filters.png");
    photographer.runChains();
    photographer.take(2, "gibbs.png");
}

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
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    {
        Photographer photographer(options, folder);
        takeTraining(photographer);
    }
    Photographer photographer(options, folder);
    takeModel(photographer);
    return 0;
}
