"""What an officer can do: one public function per act, one transaction per act."""
