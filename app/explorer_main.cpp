// The window. `rbm` is the same without one.
#include "ui/support/data_folder.h"
#include "ui/support/language.h"
#include "ui/theme/theme.h"
#include "ui/window/language_menu.h"
#include "ui/window/main_window.h"
#include "ui/window/zoom.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QProcess>
#include <QStandardPaths>
#include <QStyleFactory>

#include <csignal>
#include <optional>

int main(int argc, char **argv) {
    if (qEnvironmentVariableIsEmpty("HOME")) // Qt would take the root for it
        qputenv("HOME", QByteArray::fromStdString(rbm::homeFolder().string()));
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is told like a full disk
    QApplication::setApplicationName(QStringLiteral("rbm-explorer"));
    QApplication::setOrganizationName(QStringLiteral("rbm-explorer"));
    std::optional<rbm::ZoomedStart> zoom(rbm::rememberedZoom());
    QApplication app(argc, argv);
    zoom.reset();
    QApplication::setApplicationDisplayName(QStringLiteral("RBM Explorer"));
    QApplication::setApplicationVersion(QStringLiteral(RBM_VERSION));
    // Wayland finds the icon by this name, X11 asks the window.
    QGuiApplication::setDesktopFileName(QStringLiteral("rbm-explorer"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/rbm-explorer.svg")));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Watch a restricted Boltzmann machine learn."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(QStringLiteral("data"),
                                  QStringLiteral("Folder with IDX files, such as MNIST's."),
                                  QStringLiteral("folder"));
    parser.addOption(data);
    const QCommandLineOption run(QStringLiteral("run"),
                                 QStringLiteral("Kept run to go on with, by its folder's name."),
                                 QStringLiteral("name"));
    parser.addOption(run);
    parser.addPositionalArgument(
        QStringLiteral("file"),
        QStringLiteral(
            "Model (.safetensors), shared run (.rbmx) or folder with IDX files to open."),
        QStringLiteral("[file]"));
    parser.process(app);

    rbm::speak(rbm::rememberedLanguage());
    rbm::loadFonts();
    QApplication::setFont(rbm::textFont());
    rbm::WindowOptions options;
    const std::string named = parser.value(data).toStdString();
    options.dataFolder = QString::fromStdString(rbm::dataFolder(named).string());
    options.dataIsNamed = parser.isSet(data);
    if (rbm::isOwnDataFolder(named))
        options.dataName = QStringLiteral("MNIST");
    options.runsFolder =
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/runs");
    options.run = parser.value(run);
    options.bundledAtStart = argc == 1;
    options.restart = [&](const QString &kept) {
        QStringList arguments;
        if (parser.isSet(data))
            arguments << QStringLiteral("--data") << parser.value(data);
        if (kept.isEmpty())
            arguments << parser.positionalArguments();
        else
            arguments << QStringLiteral("--run") << kept;
        QProcess::startDetached(QApplication::applicationFilePath(), arguments);
    };
    rbm::MainWindow window(options);
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openPath(parser.positionalArguments().front());
    return QApplication::exec();
}
