// The window. `rbm` is the same without one.
#include "ui/support/data_folder.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QStandardPaths>
#include <QStyleFactory>

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rbm-explorer"));
    QApplication::setOrganizationName(QStringLiteral("rbm-explorer"));
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
    parser.addPositionalArgument(
        QStringLiteral("file"),
        QStringLiteral(
            "Model (.safetensors), shared run (.rbmx) or folder with IDX files to open."),
        QStringLiteral("[file]"));
    parser.process(app);

    rbm::loadFonts();
    QApplication::setFont(rbm::textFont());
    rbm::WindowOptions options;
    options.dataFolder =
        QString::fromStdString(rbm::dataFolder(parser.value(data).toStdString()).string());
    if (!parser.isSet(data) && !qEnvironmentVariableIsSet(rbm::kDataVariable))
        options.dataName = QStringLiteral("MNIST");
    options.runsFolder =
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/runs");
    rbm::MainWindow window(options);
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openPath(parser.positionalArguments().front());
    return QApplication::exec();
}
