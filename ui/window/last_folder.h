#pragma once

#include <QString>

namespace rbm {

/// The folder that file dialogs begin in: that of the file which one of them was given last,
/// home at first and where it is no longer there.
class LastFolder {
public:
    /// With `remember` it is known the next time, too.
    explicit LastFolder(bool remember);

    QString path() const;
    /// The path of a file with this name in it.
    QString fileNamed(const QString &name) const;
    /// A dialog was given this file.
    void chose(const QString &file);

private:
    bool m_remember;
    QString m_path;
};

} // namespace rbm
