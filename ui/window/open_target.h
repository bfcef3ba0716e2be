#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace rbm {

/// What a path that a person named, dropped or chose stands for.
struct OpenTarget {
    enum class Kind {
        Model,  ///< a model, checkpoint or shared run
        Images, ///< a folder with IDX files
        Missing,
        Wrong, ///< nothing that can be opened
    };
    Kind kind = Kind::Missing;
    QString path;          ///< of Images the folder, even where one of its files was named
    QString reason;        ///< why not, one sentence
    bool isFolder = false; ///< of Wrong: a folder, or one of its files, was named
};

/// Looks at the disk: never on the window's thread.
OpenTarget targetOf(const QString &path);

/// Files and folders that are dragged over a window and dropped onto it; tells the first.
class FileDrops : public QObject {
    Q_OBJECT
public:
    explicit FileDrops(QWidget *window);

signals:
    void hovered(const QString &path); ///< it would be dropped here
    void left();                       ///< it was taken away, or dropped
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace rbm
