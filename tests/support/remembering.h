#pragma once

#include "ui/window/main_window.h"

#include <QAction>
#include <QTemporaryDir>

namespace rbm::test {

/// A window that remembers, in a folder of its own.
class Remembering {
public:
    Remembering() {
        m_options.dataFolder = m_folder.path();
        m_options.runsFolder = m_folder.filePath(QStringLiteral("runs"));
    }
    WindowOptions &options() { return m_options; }

private:
    QTemporaryDir m_folder;
    WindowOptions m_options;
};

/// Of the window by its name; ends the test program where there is none.
inline QAction *action(const MainWindow &window, const char *name) {
    auto *found = window.findChild<QAction *>(QLatin1String(name));
    if (found == nullptr)
        qFatal("the window has no %s", name);
    return found;
}

} // namespace rbm::test
