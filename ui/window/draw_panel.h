#pragma once

#include "ui/theme/theme.h"
#include "ui/window/chain_setup.h"
#include "ui/window/panel.h"

#include <QIcon>

class QComboBox;
class QToolButton;

namespace rbm {

class ChainEdits;
class DrawCanvas;
class SegmentedControl;
enum class DrawTool;

/// Draws the start of the selected chain and chooses which of its pixels are held; makes
/// the commands of the edits that it is given.
class DrawPanel : public Panel {
    Q_OBJECT
public:
    explicit DrawPanel(ChainEdits &edits, QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setTileShape(int width, int height);
    /// Shows this chain of the edits as it is now; -1: none.
    void showChain(int chain);
    /// Where there is room, a hint tells how the tool works.
    void showHint(bool on);
    /// Draw, erase and clamp, with their keys; they work in the widgets they are added to.
    QList<QAction *> toolActions() const { return m_tools; }

private:
    struct ToolText {
        QString text;
        QString hint;
        Qt::Key key;
        const char *name; ///< of its button
        const char *icon;
    };

    QLayout *makeTools();
    void addTool(const ToolText &tool, QLayout *layout);
    QToolButton *makeButton(const QString &text, const char *name);
    void makeTarget();
    void makeClamp();
    void makeHint();
    void connectEdits();
    void setTool(int index);
    void takeStroke();
    void chooseClamp(int index);
    void showClamp();
    ChainTarget target() const;

    ChainEdits &m_edits;
    int m_chain = -1;
    QList<QAction *> m_tools; ///< by DrawTool
    QComboBox *m_width;
    QToolButton *m_blank;
    QToolButton *m_revert;
    DrawCanvas *m_canvas;
    SegmentedControl *m_clamp;
    SegmentedControl *m_target;
    QLabel *m_hint;
};

} // namespace rbm
