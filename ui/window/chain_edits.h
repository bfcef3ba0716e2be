#pragma once

#include "ui/window/chain_setup.h"

#include <QObject>
#include <QUndoStack>

namespace rbm {

/// The watched chains' starts and held pixels, as a person makes them: each change is a
/// command that can be undone. Other start images are none; they begin anew. Keeps a
/// hundred commands, of at most 350 KB each at 225 chains of MNIST.
class ChainEdits : public QObject {
    Q_OBJECT
public:
    explicit ChainEdits(QObject *parent = nullptr);

    const ChainSetup &setup() const { return m_setup; }
    QUndoStack &stack() { return m_stack; }

    /// Starts from these images, [count, height * width]; there is nothing to undo then.
    void begin(TilePixels images, const QSize &tile);

    // Each is one command, named by its text; where it changes nothing, it is none.
    void setStart(const ChainTarget &target, const TilePixels &image, const QString &text);
    void setHeld(const ChainTarget &target, const TilePixels &held, const QString &text);
    void pick(int chain, const TilePixels &image, const QString &text);
    void revert(const ChainTarget &target, const QString &text); ///< to the picked images

signals:
    void begun();
    void changed(int chain); ///< the one to look at, where not all changed

private:
    class Command;

    void push(const ChainSetup &after, int chain, const QString &text);
    void apply(const ChainSetup &setup, int chain);

    ChainSetup m_setup;
    QUndoStack m_stack;
};

} // namespace rbm
